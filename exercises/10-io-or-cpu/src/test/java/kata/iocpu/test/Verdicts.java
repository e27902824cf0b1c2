package kata.iocpu.test;

import static kata.testkit.PlayAssert.assertThat;
import static kata.testkit.timeline.Timeline.units;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import kata.iocpu.given.Kind;
import kata.testkit.Call;
import kata.testkit.Loop;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Span;

/** What only this lesson asks: which thread ran a task, and how many of a kind ran at once. */
record Verdicts(Stage stage, Shift shift, List<Task> tasks, Play play) {
    private static final Cause ONE_POOL_FOR_BOTH = new Cause(
            "one-pool-for-both",
            "one kind of task kept the other from beginning",
            "give each kind threads of its own: many for I/O, one for each core for CPU",
            58);
    private static final Cause LOST_A_CORE = new Cause(
            "lost-a-core",
            "a failure cost a core",
            "whatever a task throws, an Error too, let its worker go on and its permit come back: catch Throwable"
                    + " around the task, or give back in finally",
            62);
    private static final Cause IDLE_CORES = new Cause(
            "idle-cores",
            "a core stood idle though there was work",
            "begin the next CPU task as soon as any one is over: do not wait for the others that began with it",
            61);
    private static final Cause CPU_ON_VIRTUAL_THREADS = new Cause(
            "cpu-on-virtual-threads",
            "virtual threads that compute",
            "run CPU tasks on platform threads: on those of a fixed pool with one for each core, for example",
            101);

    /** Nothing got stuck, the loop went on, and each task ran once. */
    Verdicts ranOffTheLoop() {
        notOnTheLoop();
        everyTaskBegan();
        noWaitForACoreOnTheLoop();
        assertThat(play, "tasks").finished().leftTheLoopFree(stage.loop()).returnedAtOnce();
        for (Task task : tasks) {
            long times = shift.visits().stream()
                    .filter(visit -> visit.task().equals(task))
                    .count();
            if (times != 1) {
                throw stage.failure(
                        Causes.FAKED.advising("call the task once, and end its future with what it returns"),
                        task.name() + " should run once; it "
                                + (times == 0 ? "never ran." : "ran " + times + " times."));
            }
        }
        return this;
    }

    private void notOnTheLoop() {
        for (Kind kind : Kind.values()) {
            List<Shift.Visit> visits = shift.visits().stream()
                    .filter(visit -> visit.task().kind() == kind)
                    .toList();
            for (Shift.Visit visit : visits) {
                if (visit.thread().getName().equals("kata-loop")) {
                    throw onTheLoop(visit.task(), visit == visits.get(0));
                }
            }
        }
    }

    private KataFailure onTheLoop(Task task, boolean first) {
        boolean works = task.kind() == Kind.CPU;
        String queue =
                "let tasks queue in any number: a pool whose queue is full must not hand them back to its caller";
        String hand = works
                ? "hand CPU work to a pool too: a loop cannot go on while it computes"
                : "hand the task to a thread that may wait, before you return the future";
        return stage.failure(
                Causes.BLOCKED_THE_LOOP.advising(first ? hand : queue),
                "The " + (works ? "CPU" : "I/O") + " task " + task.name() + " ran on thread kata-loop: the loop "
                        + (works ? "computed" : "waited") + (task.units() > 0 ? " for " + units(task.units()) : "")
                        + ", and every other task had to wait for it.",
                stage.loop().held().toArray(Sighting[]::new));
    }

    private void noWaitForACoreOnTheLoop() {
        List<Sighting> held = stage.loop().held();
        if (!held.isEmpty() && held.get(0).call().startsWith("Semaphore.")) {
            throw stage.failure(
                    Causes.BLOCKED_THE_LOOP.advising(
                            "let the task wait for its core, on the thread that will run it; submit must not wait"),
                    "submit waited on thread kata-loop for a free core: "
                            + held.get(0).call() + "() held the loop for "
                            + units(stage.loop().missed() * Loop.BEAT) + ".",
                    held.toArray(Sighting[]::new));
        }
    }

    private void everyTaskBegan() {
        if (!play.stuck() || play.spinner().isPresent() || shift.visits().isEmpty()) {
            return;
        }
        Set<Task> began = shift.visits().stream().map(Shift.Visit::task).collect(Collectors.toSet());
        List<Task> missing =
                tasks.stream().filter(task -> !began.contains(task)).toList();
        boolean failed = began.stream().anyMatch(task -> task.failure() != null);
        if (!missing.isEmpty() && (failed || play.waiting().isEmpty())) {
            throw stage.failure(
                    failed ? LOST_A_CORE : Causes.NEVER_FINISHED.advising("give a core back in finally"),
                    missing.get(0).name() + " never began, though every task before it was over"
                            + (failed ? " (some of them had failed)" : "") + ": does a task give its core back?",
                    held());
        }
    }

    /** All I/O tasks were under way at the same moment, and not at the expense of the common pool. */
    Verdicts ioTasksWaitedTogether() {
        for (Shift.Visit visit : shift.visits()) {
            if (visit.task().kind() == Kind.IO && isCommon(visit.thread())) {
                throw stage.failure(
                        Causes.BLOCKED_THE_COMMON_POOL.advising(
                                "say where the work is to run: supplyAsync takes an executor as its second argument"),
                        "The I/O task " + visit.task().name() + " waited on a worker of the common pool. The whole"
                                + " program shares those few workers. There are two here: a third task has to queue,"
                                + " or the JVM to start a thread in the place of one that waits.",
                        held());
            }
        }
        int peak = peak(Kind.IO);
        if (peak < count(Kind.IO)) {
            onePool("Only " + peak + " of " + count(Kind.IO) + " I/O tasks ever waited at the same time");
            throw stage.failure(
                    (peak == 1 ? Causes.RAN_ONE_AFTER_ANOTHER : Causes.TOO_FEW_AT_ONCE)
                            .advising("waiting needs no core: let I/O tasks have as many threads as there are tasks"),
                    "Only " + peak + " of " + count(Kind.IO) + " I/O tasks ever waited at the same time. The others"
                            + " queued for a thread, though waiting needs no core.",
                    held());
        }
        // All of them may have come together late, when the CPU tasks were over.
        spans(Kind.IO).stream().filter(span -> span.from() > 0).findFirst().ifPresent(late -> {
            throw stage.failure(
                    ONE_POOL_FOR_BOTH.advising(
                            "hand an I/O task to threads of its own in submit itself, not by a thread that CPU tasks"
                                    + " keep busy"),
                    "The I/O task " + late.lane() + " was submitted at once, while CPU tasks kept the cores busy, and"
                            + " began only after " + units(late.from()) + ". It needs no core: it should not wait for"
                            + " one.",
                    held());
        });
        return this;
    }

    /** Of the CPU tasks as many ran at once as there are cores, and never more. */
    Verdicts cpuTasksTookTurns(int cores) {
        int peak = peak(Kind.CPU);
        if (peak > cores) {
            throw stage.failure(
                    Causes.UNBOUNDED.advising("let CPU tasks share as many threads, or permits, as there are cores"),
                    peak + " CPU tasks ran at the same time on " + cores
                            + " cores. More than one for each core are not faster; they only take the cores from each"
                            + " other.",
                    held());
        }
        if (peak < Math.min(cores, count(Kind.CPU))) {
            onePool("Only " + peak + " of " + cores + " cores ever worked");
            boolean common = shift.visits().stream()
                    .anyMatch(visit -> visit.task().kind() == Kind.CPU && isCommon(visit.thread()));
            throw stage.failure(
                    (peak == 1 ? Causes.RAN_ONE_AFTER_ANOTHER : Causes.TOO_FEW_AT_ONCE)
                            .advising("give CPU tasks as many threads as the constructor was told cores"),
                    "Only " + peak + " of " + count(Kind.CPU) + " CPU tasks ever ran at the same time, and there are "
                            + cores + " cores."
                            + (common ? " They ran on the common pool, and it has only two workers here." : ""),
                    held());
        }
        idleSince(cores).ifPresent(since -> {
            throw stage.failure(
                    IDLE_CORES,
                    "At " + units(since.to()) + " " + since.lane() + " was over, and its core stood idle, though "
                            + nextAfter(since) + " had not begun.",
                    held());
        });
        shift.visits().stream()
                .filter(visit ->
                        visit.task().kind() == Kind.CPU && visit.thread().isVirtual())
                .findFirst()
                .ifPresent(visit -> {
                    throw stage.failure(
                            CPU_ON_VIRTUAL_THREADS,
                            "The CPU task " + visit.task().name() + " ran on a virtual thread. These share a few"
                                    + " carriers, and one that computes does not let go of its own: meanwhile no other"
                                    + " virtual thread goes on, even if what it waited for has come.");
                });
        return this;
    }

    /** After each failure as many CPU tasks ran at once as there are cores, and no more. */
    Verdicts lostNoCore(int cores) {
        int peak = peak(Kind.CPU);
        if (peak > cores) {
            boolean beforeAnyFailure = peakBeforeAnyEnd() > cores;
            throw stage.failure(
                    Causes.UNBOUNDED.advising(
                            beforeAnyFailure
                                    ? "let CPU tasks share as many threads, or permits, as there are cores"
                                    : "give a core back once for each task, however it ends: in finally, and not in"
                                            + " catch as well"),
                    (beforeAnyFailure
                                    ? ""
                                    : "At first no more CPU tasks ran than there are cores. Then some failed, and ")
                            + peak + " CPU tasks ran at the same time on " + cores + " cores"
                            + (beforeAnyFailure ? "." : ": a failure gave back more than the one core that it had."),
                    held());
        }
        idleSince(cores).ifPresent(since -> {
            Task last = tasks.stream()
                    .filter(task -> task.lane().equals(since.lane()))
                    .findFirst()
                    .orElseThrow();
            throw stage.failure(
                    last.failure() == null ? IDLE_CORES : LOST_A_CORE,
                    last.name() + (last.failure() == null ? " ended" : " failed with " + named(last.failure()))
                            + ", and after that one core of " + cores + " had nothing to do, though "
                            + nextAfter(since) + " had not begun.",
                    held());
        });
        return this;
    }

    /** The CPU task with whose end a core came to stand idle, though another task was still to begin. */
    private Optional<Span> idleSince(int cores) {
        List<Span> spans = spans(Kind.CPU);
        double last = spans.stream().mapToDouble(Span::from).max().orElse(0);
        return spans.stream()
                .filter(over -> over.to() < last
                        && spans.stream()
                                        .filter(other -> other.from() <= over.to() && over.to() < other.to())
                                        .count()
                                < cores)
                .min(Comparator.comparingDouble(Span::to));
    }

    private String nextAfter(Span over) {
        return spans(Kind.CPU).stream()
                .filter(span -> span.from() > over.to())
                .min(Comparator.comparingLong(Span::begun))
                .map(Span::lane)
                .orElseThrow();
    }

    static boolean isCommon(Thread thread) {
        return thread.getName().startsWith("ForkJoinPool.commonPool");
    }

    /** One thread that has run tasks of both kinds tells why some of them queued. */
    private void onePool(String happened) {
        List<Shift.Visit> visits = shift.visits();
        for (Shift.Visit visit : visits) {
            for (Shift.Visit later : visits.subList(visits.indexOf(visit) + 1, visits.size())) {
                if (visit.thread() == later.thread()
                        && visit.task().kind() != later.task().kind()) {
                    throw stage.failure(
                            ONE_POOL_FOR_BOTH,
                            happened + ": thread " + visit.thread().getName() + " ran "
                                    + visit.task().name() + " ("
                                    + told(visit) + "), and " + later.task().name() + " (" + told(later)
                                    + ") had to wait for that.",
                            held());
                }
            }
        }
    }

    private static String told(Shift.Visit visit) {
        return visit.task().kind() == Kind.IO ? "I/O" : "CPU";
    }

    /** Each future ended with what its own task returned or threw, and not before. */
    Verdicts carriedTheOutcomes() {
        if (!shift.early().isEmpty()) {
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising("return a future that ends when the task has ended"),
                    "The future of " + shift.early().get(0).name() + " was done before the task was.");
        }
        tasks.forEach(task -> carriesOutcome(task, shift.future(task)));
        return this;
    }

    private void carriesOutcome(Task task, CompletableFuture<String> future) {
        if (task.failure() == null) {
            String value = future.isCompletedExceptionally() ? named(problem(future)) : future.getNow(null);
            if (!Objects.equals(task.result(), value)) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising("end each future with what its own task returns"),
                        task.name() + " returned " + quoted(task.result()) + "; its future ended with " + quoted(value)
                                + ".");
            }
            return;
        }
        String failed = task.name() + " failed with " + named(task.failure());
        if (!future.isCompletedExceptionally()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    failed + "; its future hides that and ended with " + future.join() + ", as if all were well.");
        }
        Throwable told = problem(future);
        for (Throwable next = told; next != task.failure(); next = next.getCause()) {
            if (next == null) {
                throw stage.failure(
                        Causes.SWALLOWED_ERROR.advising("pass the failure on, as it is or as the cause of yours"),
                        failed + "; its future ended with " + named(told) + ", and nothing in that leads back to it.");
            }
        }
    }

    /** No future of a task that is over is still open. */
    Verdicts leftNothingOpen() {
        for (Shift.Visit visit : shift.visits()) {
            CompletableFuture<String> future = shift.future(visit.task());
            if (!play.stuck() || !shift.isOver(visit.task()) || future == null || future.isDone()) {
                continue;
            }
            if (visit.task().failure() == null) {
                throw stage.failure(
                        Causes.NEVER_FINISHED.advising("end the future with whatever its task returns, null too"),
                        visit.task().name() + " returned " + quoted(visit.task().result())
                                + ", and its future is still open: whoever waits for it waits for ever.");
            } else {
                throw stage.failure(
                        Causes.SWALLOWED_ERROR.advising(
                                "whatever a task throws, an Error too, end its future with it: catch Throwable, or"
                                        + " leave it to supplyAsync"),
                        visit.task().name() + " failed with "
                                + named(visit.task().failure())
                                + ", and its future is still open: whoever waits for it waits for ever.");
            }
        }
        return this;
    }

    private static Throwable problem(CompletableFuture<?> future) {
        return Call.unwrap(future.handle((value, problem) -> problem).join());
    }

    private static String named(Throwable problem) {
        String message = problem.getMessage();
        return problem.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }

    private static String quoted(String value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private int peak(Kind kind) {
        return stage.timeline().peak(Set.copyOf(spans(kind))::contains);
    }

    /** How many CPU tasks ran at once before any of them had ended. */
    private int peakBeforeAnyEnd() {
        double end = spans(Kind.CPU).stream().mapToDouble(Span::to).min().orElse(0);
        return (int) spans(Kind.CPU).stream().filter(span -> span.from() < end).count();
    }

    private List<Span> spans(Kind kind) {
        Set<String> lanes = tasks.stream()
                .filter(task -> task.kind() == kind)
                .map(Task::lane)
                .collect(Collectors.toSet());
        return stage.timeline().spans().stream()
                .filter(span -> lanes.contains(span.lane()))
                .toList();
    }

    private int count(Kind kind) {
        return (int) tasks.stream().filter(task -> task.kind() == kind).count();
    }

    private Sighting[] held() {
        return play.waiting().stream().distinct().limit(3).toArray(Sighting[]::new);
    }
}
