package kata.iocpu.test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.iocpu.Workers;
import kata.iocpu.given.Kind;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Loop;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class WorkersTest {

    @Test
    @Order(1)
    @Tag("task-1")
    void eight_io_tasks_are_all_in_flight_at_once(Stage stage) {
        int longer = stage.random().nextInt(8);
        List<Task> tasks = Task.of(Kind.IO, 8, i -> i == longer ? 2 : 1);
        play(stage, cores(stage), tasks, 8, 1)
                .ranOffTheLoop()
                .ioTasksWaitedTogether()
                .carriedTheOutcomes();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void forty_io_tasks_are_all_in_flight_at_once(Stage stage) {
        List<Task> tasks = Task.of(Kind.IO, 40, i -> 1);
        play(stage, cores(stage), tasks, 40)
                .ranOffTheLoop()
                .ioTasksWaitedTogether()
                .carriedTheOutcomes();
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void nothing_sleeps() {
        AsyncRules.ofAnswerWith(Workers.class).neverSleeps();
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void cpu_tasks_use_every_core_and_never_more(Stage stage) {
        int cores = cores(stage);
        // No two end at the same time: whoever waits for a whole round leaves cores idle.
        List<Task> tasks =
                Task.of(Kind.CPU, 2 * cores + 1, i -> 0.5 + stage.random().nextDouble());
        int[] pending = new int[tasks.size()];
        for (int i = 0; i < pending.length; i++) {
            pending[i] = Math.min(cores, pending.length - i);
        }
        play(stage, cores, tasks, pending)
                .ranOffTheLoop()
                .cpuTasksTookTurns(cores)
                .carriedTheOutcomes();
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void neither_kind_waits_for_the_other(Stage stage) {
        int cores = cores(stage);
        List<Task> io = Task.of(Kind.IO, 8, i -> 3);
        List<Task> cpu = Task.of(Kind.CPU, 2 * cores, i -> 1);
        boolean ioFirst = stage.random().nextBoolean();
        List<Task> tasks = Stream.concat((ioFirst ? io : cpu).stream(), (ioFirst ? cpu : io).stream())
                .toList();
        play(stage, cores, tasks, 8 + cores, 8 + cores, 8)
                .ranOffTheLoop()
                .ioTasksWaitedTogether()
                .cpuTasksTookTurns(cores)
                .carriedTheOutcomes();
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void twelve_cpu_tasks_take_three_rounds_on_four_cores(Stage stage) {
        List<Task> tasks = new ArrayList<>(Task.of(Kind.IO, 8, i -> 2.5));
        tasks.addAll(Task.of(Kind.CPU, 12, i -> 1));
        stage.rightAnswer(right(tasks, 4, false));
        try (Opened opened = new Opened(stage, 4)) {
            stage.clockLaw(
                    "Eight I/O tasks and twelve CPU tasks on four cores",
                    3,
                    4.2,
                    clock -> () -> new Shift(clock, opened.workers()).submit(tasks));
        }
    }

    @Test
    @Order(7)
    @Tag("task-3")
    void whatever_a_task_throws_ends_its_own_future(Stage stage) {
        int cores = cores(stage);
        List<Task> tasks = new ArrayList<>(Task.of(Kind.IO, 3, i -> 3));
        int cut = stage.random().nextInt(3);
        tasks.set(cut, tasks.get(cut).failingWith(new IOException("the server hung up")));
        List<Task> cpu = Task.of(Kind.CPU, 2 * cores, i -> 1);
        int deep = stage.random().nextInt(cores);
        for (int i = 0; i < cpu.size(); i++) {
            Throwable failure =
                    i == deep ? new StackOverflowError("too deep") : new IllegalArgumentException("no photo");
            tasks.add(i < cores ? cpu.get(i).failingWith(failure) : cpu.get(i));
        }
        play(stage, cores, tasks, 3 + cores, 3 + cores, 3)
                .leftNothingOpen()
                .ranOffTheLoop()
                .carriedTheOutcomes();
    }

    @Test
    @Order(8)
    @Tag("task-3")
    void close_ends_every_thread(Stage stage) {
        int cores = cores(stage);
        List<Task> tasks = new ArrayList<>(Task.of(Kind.IO, 3, i -> 1));
        tasks.addAll(Task.of(Kind.CPU, cores, i -> 1));
        try (Opened opened = new Opened(stage, cores)) {
            Shift shift = new Shift(stage.clock(), opened.workers());
            Verdicts verdicts = play(stage, opened, shift, cores, tasks, 3 + cores);
            verdicts.ranOffTheLoop();

            Call<Void> closing = opened.closing();
            if (!closing.isDone()) {
                throw stage.failure(Causes.NEVER_FINISHED, "close never came back, though every task was over.");
            }
            closing.value();
            List<Thread> threads = shift.visits().stream()
                    .map(Shift.Visit::thread)
                    .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool"))
                    .distinct()
                    .toList();
            stage.until(() -> threads.stream().noneMatch(Thread::isAlive));
            List<Thread> left = threads.stream().filter(Thread::isAlive).toList();
            if (!left.isEmpty()) {
                throw stage.failure(
                        Causes.LEAKED_THREADS.advising("in close(), close or shut down every executor that you opened"),
                        left.size() + " of the " + threads.size() + " threads that ran your tasks are still there after"
                                + " close ("
                                + left.stream().map(Thread::getName).limit(3).collect(Collectors.joining(", "))
                                + "). A program that opens Workers often would drown in them.");
            }
        }
    }

    /** Three to five, and never as many as this machine has: the answer must use the number that it is told. */
    private static int cores(Stage stage) {
        int cores = 3 + stage.random().nextInt(2);
        return cores == Runtime.getRuntime().availableProcessors() ? 5 : cores;
    }

    private static Verdicts play(Stage stage, int cores, List<Task> tasks, int... pending) {
        try (Opened opened = new Opened(stage, cores)) {
            return play(stage, opened, new Shift(stage.clock(), opened.workers()), cores, tasks, pending);
        }
    }

    private static Verdicts play(Stage stage, Opened opened, Shift shift, int cores, List<Task> tasks, int... pending) {
        stage.rightAnswer(right(tasks, cores, true));
        Call<Void> submits = stage.call("submit", stage.loop(), () -> shift.submit(tasks));
        Play play = stage.play(submits, pending);
        return new Verdicts(stage, shift, tasks, play);
    }

    /** I/O tasks all at once; CPU tasks in turn, each on the core that is free first. */
    private static Timeline right(List<Task> tasks, int cores, boolean beats) {
        Timeline timeline = Timeline.ideal();
        double[] free = new double[cores];
        for (Task task : tasks) {
            if (task.kind() == Kind.IO) {
                timeline = timeline.with(task.name(), Span.Kind.BLOCKED, 0, task.units());
                continue;
            }
            int core = 0;
            for (int i = 1; i < cores; i++) {
                core = free[i] < free[core] ? i : core;
            }
            timeline = timeline.with(task.name(), Span.Kind.WORK, free[core], free[core] + task.units());
            free[core] += task.units();
        }
        return beats ? Loop.beats(timeline, timeline.end()) : timeline;
    }
}
