package kata.iocpu.test;

import static kata.testkit.PlayAssert.assertThat;
import static kata.testkit.timeline.Timeline.units;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kata.iocpu.given.Kind;
import kata.testkit.Call;
import kata.testkit.Loop;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Span;

/** What only this lesson asks: which thread ran a task, and how many of a kind ran at once. */
record Verdicts(Stage stage, Shift shift, List<Task> tasks, Play play) {
    private static final String COMMON_POOL = "ForkJoinPool.commonPool";
    private static final Cause ONE_POOL_FOR_BOTH = new Cause(
            "one-pool-for-both",
            "one kind of task kept the other from beginning",
            "give each kind threads of its own: many for I/O, one for each core for CPU",
            58);

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
        for (Span span : stage.timeline().spans()) {
            if (span.thread().equals("kata-loop")
                    && tasks.stream().anyMatch(task -> task.name().equals(span.lane()))) {
                boolean works = span.kind() == Span.Kind.WORK;
                throw stage.failure(
                        Causes.BLOCKED_THE_LOOP.advising(
                                works
                                        ? "hand CPU work to a pool too: a loop cannot go on while it computes"
                                        : "hand the task to a thread that may wait, before you return the future"),
                        "The " + (works ? "CPU" : "I/O") + " task " + span.lane()
                                + " ran on thread kata-loop: the loop "
                                + (works ? "computed" : "waited") + " for " + units(span.to() - span.from())
                                + ", and every other task had to wait for it.",
                        stage.loop().held().toArray(Sighting[]::new));
            }
        }
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
                    Causes.NEVER_FINISHED.advising("give a core back in finally, so that a failure gives it back too"),
                    missing.get(0).name() + " never began, though every task before it was over"
                            + (failed ? " (some of them had failed)" : "") + ": does a task give its core back?",
                    held());
        }
    }

    /** All I/O tasks were under way at the same moment, and not at the expense of the common pool. */
    Verdicts ioTasksWaitedTogether() {
        for (Shift.Visit visit : shift.visits()) {
            if (visit.task().kind() == Kind.IO && visit.thread().getName().startsWith(COMMON_POOL)) {
                throw stage.failure(
                        Causes.BLOCKED_THE_COMMON_POOL.advising(
                                "say where the work is to run: supplyAsync takes an executor as its second argument"),
                        "The I/O task " + visit.task().name() + " waited on a worker of the common pool. The whole"
                                + " program shares those few workers: there are two here, and a third task has to queue.",
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
                    .anyMatch(visit -> visit.task().kind() == Kind.CPU
                            && visit.thread().getName().startsWith(COMMON_POOL));
            throw stage.failure(
                    (peak == 1 ? Causes.RAN_ONE_AFTER_ANOTHER : Causes.TOO_FEW_AT_ONCE)
                            .advising("give CPU tasks as many threads as the constructor was told cores"),
                    "Only " + peak + " of " + count(Kind.CPU) + " CPU tasks ever ran at the same time, and there are "
                            + cores + " cores."
                            + (common ? " They ran on the common pool, and it has only two workers here." : ""),
                    held());
        }
        return this;
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
            if (!task.result().equals(value)) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising("end each future with what its own task returns"),
                        task.name() + " returned \"" + task.result() + "\"; its future ended with "
                                + (value == null ? "null" : "\"" + value + "\"") + ".");
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
            if (play.stuck() && visit.task().failure() != null && future != null && !future.isDone()) {
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

    private int peak(Kind kind) {
        Predicate<Span> which = span -> tasks.stream()
                .anyMatch(task -> task.kind() == kind && task.name().equals(span.lane()));
        return stage.timeline().peak(which);
    }

    private int count(Kind kind) {
        return (int) tasks.stream().filter(task -> task.kind() == kind).count();
    }

    private Sighting[] held() {
        return play.waiting().stream().distinct().limit(3).toArray(Sighting[]::new);
    }
}
