package kata.iocpu.test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kata.iocpu.Workers;
import kata.iocpu.given.Kind;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Loop;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.PlatformThreads;
import kata.testkit.result.Reports;
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
        tasks.set(longer, tasks.get(longer).returningNull());
        play(stage, cores(stage, 3), tasks, 8, 1)
                .leftNothingOpen()
                .ranOffTheLoop()
                .ioTasksWaitedTogether()
                .carriedTheOutcomes();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void hundreds_of_tasks_are_taken_and_all_io_is_in_flight_at_once(Stage stage) {
        // Where eight have shown a mistake already, forty are enough to show what it costs.
        int count = Reports.isRed() ? 40 : 300;
        int cores = cores(stage, 3);
        List<Task> tasks = new ArrayList<>(Task.of(Kind.IO, count, i -> 1));
        // Those beyond the first take no time, but all of them have to queue until a core is free.
        tasks.addAll(Task.of(Kind.CPU, count, i -> i < cores ? 1 : 0));
        play(stage, cores, tasks, count + cores)
                .ranOffTheLoop()
                .ioTasksWaitedTogether()
                .carriedTheOutcomes();
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void nothing_sleeps() {
        try {
            AsyncRules.ofAnswerWith(Workers.class).neverSleeps();
        } catch (KataFailure sleeps) {
            throw new KataFailure(
                    sleeps.cause()
                            .advising(
                                    "nobody needs to sleep: a worker waits for work in BlockingQueue.take(), or leave that to an"
                                            + " executor"),
                    sleeps.happened(),
                    sleeps.sightings(),
                    sleeps.yours(),
                    sleeps.right());
        }
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void cpu_tasks_use_every_core_and_never_more(Stage stage) {
        int cores = cores(stage, 3);
        // No two end at the same time: whoever waits for a whole round leaves cores idle.
        List<Task> tasks =
                Task.of(Kind.CPU, 2 * cores + 1, i -> 0.5 + stage.random().nextDouble());
        play(stage, cores, tasks, inTurn(0, tasks.size(), cores))
                .ranOffTheLoop()
                .cpuTasksTookTurns(cores)
                .carriedTheOutcomes();
        new TwoWorkers(stage, 2, cores).shareNothing();
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void neither_kind_waits_for_the_other(Stage stage) {
        // Other numbers than in the test before: there is no one number that is right by luck in both.
        int cores = cores(stage, 5);
        // Half of the I/O comes when all cores are busy and CPU tasks queue, and it ends while they still do: the place
        // of an I/O task is no core.
        List<Task> io = Task.of(Kind.IO, 8, i -> i < 4 ? 3 : 0.5);
        List<Task> tasks = new ArrayList<>(io.subList(0, 4));
        tasks.addAll(Task.of(Kind.CPU, 2 * cores, i -> 1));
        tasks.addAll(io.subList(4, 8));
        play(stage, cores, tasks, 8 + cores, 4 + cores, 4 + cores, 4)
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
        int cores = cores(stage, 3);
        List<Task> tasks = new ArrayList<>(Task.of(Kind.IO, 3, i -> 3));
        int cut = stage.random().nextInt(3);
        tasks.set(cut, tasks.get(cut).failingWith(new IOException("the server hung up")));
        int broken = (cut + 1) % 3;
        tasks.set(broken, tasks.get(broken).failingWith(new NoClassDefFoundError("Socket")));
        // No two end at the same time: a core that is lost with one of them is seen at once.
        List<Task> cpu = Task.of(Kind.CPU, 2 * cores, i -> i < cores ? 1 + i / 8.0 : 1);
        int deep = stage.random().nextInt(cores);
        for (int i = 0; i < cpu.size(); i++) {
            Throwable failure =
                    i == deep ? new StackOverflowError("too deep") : new IllegalArgumentException("no photo");
            tasks.add(i < cores ? cpu.get(i).failingWith(failure) : cpu.get(i));
        }
        play(stage, cores, tasks, inTurn(3, cpu.size(), cores))
                .leftNothingOpen()
                .ranOffTheLoop()
                .lostNoCore(cores)
                .carriedTheOutcomes();
    }

    @Test
    @Order(8)
    @Tag("task-3")
    void close_ends_every_thread(Stage stage) {
        int cores = cores(stage, 3);
        List<Task> tasks = new ArrayList<>(Task.of(Kind.IO, 3, i -> 1));
        tasks.addAll(Task.of(Kind.CPU, cores, i -> 1));
        PlatformThreads platform = new PlatformThreads();
        try (Opened opened = new Opened(stage, cores)) {
            Shift shift = new Shift(stage.clock(), opened.workers());
            Verdicts verdicts = play(stage, opened, shift, cores, tasks, 3 + cores);
            verdicts.ranOffTheLoop();
            // Those that ran no task, too: a thread that hands tasks out, for example.
            List<Thread> threads = Stream.concat(
                            shift.visits().stream().map(Shift.Visit::thread), platform.started().stream())
                    .filter(thread -> !Verdicts.isCommon(thread))
                    .distinct()
                    .toList();

            Call<Void> closing = opened.closing();
            if (!closing.isDone()) {
                throw stage.failure(Causes.NEVER_FINISHED, "close never came back, though every task was over.");
            }
            closing.value();
            stage.until(() -> threads.stream().noneMatch(Thread::isAlive));
            List<Thread> left = threads.stream().filter(Thread::isAlive).toList();
            if (!left.isEmpty()) {
                throw stage.failure(
                        Causes.LEAKED_THREADS.advising(
                                "in close(), shut down every executor that you opened, and end each thread that you"
                                        + " started"),
                        left.size() + " of your " + threads.size() + " threads " + (left.size() == 1 ? "is" : "are")
                                + " still there after"
                                + " close ("
                                + left.stream().map(Thread::getName).limit(3).collect(Collectors.joining(", "))
                                + "). A program that opens Workers often would drown in them.");
            }
        }
    }

    /** So many or one more, and never as many as this machine has: the answer must use the number that it is told. */
    private static int cores(Stage stage, int least) {
        int cores = least + stage.random().nextInt(2);
        return cores == Runtime.getRuntime().availableProcessors() ? 2 * least + 1 - cores : cores;
    }

    /** How many delays are pending at each step: these I/O tasks, and a CPU task for each core while there is work. */
    private static int[] inTurn(int io, int cpu, int cores) {
        return IntStream.iterate(cpu, left -> left > 0, left -> left - 1)
                .map(left -> io + Math.min(cores, left))
                .toArray();
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
            boolean drawn = timeline.spansOf(task.lane()).isEmpty();
            if (task.kind() == Kind.IO) {
                timeline = !drawn ? timeline : timeline.with(task.lane(), Span.Kind.BLOCKED, 0, task.units());
                continue;
            }
            int core = 0;
            for (int i = 1; i < cores; i++) {
                core = free[i] < free[core] ? i : core;
            }
            timeline = !drawn
                    ? timeline
                    : timeline.with(task.lane(), Span.Kind.WORK, free[core], free[core] + task.units());
            free[core] += task.units();
        }
        return beats ? Loop.beats(timeline, timeline.end()) : timeline;
    }
}
