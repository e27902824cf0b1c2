package kata.gather.test;

import java.util.List;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.timeline.Mark;
import kata.testkit.timeline.Timeline;

/** The mistakes that belong to this lesson, and the words that its messages share. */
final class Mistakes {
    static final Cause STARTED_AGAIN = new Cause(
            "started-again",
            "a job was started twice",
            "call start() once for each job and keep the future that it gives: wait for that one, and cancel that one",
            67);
    static final Cause WAITED_FOR_OTHERS = new Cause(
            "waited-for-others",
            "waited for the jobs of another call",
            "share nothing between calls, no thread, no pool, no lock and no list: let each call hear of its own jobs",
            68);
    static final Cause THREW_AT_THE_CALLER = new Cause(
            "threw-at-the-caller",
            "the failure hit the wrong one",
            "give back a future in every case: join no job, for one that is over may have failed",
            70);
    static final Cause FAILED_LATE = new Cause(
            "failed-late",
            "told of the failure too late",
            "hear of each job's end from its own whenComplete: allOf, or joins in a row, hear of it only when others have"
                    + " ended too",
            71);
    static final Cause ONE_FAILED_ALL = new Cause(
            "one-failure-took-all",
            "one failure took all results along",
            "turn each job's end into an Outcome first, with handle; then nothing can fail and allOf waits for all",
            72);
    static final Cause LEFT_RUNNING = new Cause(
            "left-running",
            "the rest ran on",
            "keep the futures that start() gave you, and cancel each of them at the first failure",
            73);
    static final Cause LEFT_UNSTARTED = new Cause(
            "left-unstarted",
            "some jobs were never started",
            "start every job, and keep its future, before you look at how any of them ended",
            74);
    static final Cause WRAPPED = new Cause(
            "wrapped-cause",
            "the cause is still wrapped",
            "while it is a CompletionException or an ExecutionException, go on to its getCause(): in one loop for both,"
                    + " for either may lie outside",
            76);
    static final Cause TOOK_OFF_TOO_MUCH = new Cause(
            "took-off-too-much",
            "more than the wrapping was taken off",
            "stop at the first that is neither a CompletionException nor an ExecutionException: its cause belongs to it",
            77);
    static final Cause STOPPED_OTHERS = new Cause(
            "stopped-others",
            "jobs of another call were stopped",
            "keep the futures of a call in variables of that call: a static field is shared by all of them",
            78);

    private static final int DEPTH = 20;

    private Mistakes() {}

    /** No job was begun anew once it had begun. */
    static void startedOnce(Stage stage) {
        List<Mark> again = stage.timeline().marks().stream()
                .filter(mark -> mark.what().equals(Stations.STARTED_AGAIN))
                .toList();
        if (!again.isEmpty()) {
            throw stage.failure(
                    STARTED_AGAIN,
                    "start() was called a second time, at "
                            + Timeline.units(again.get(0).at()) + ", on "
                            + list(again.stream().map(Mark::lane).distinct().toList())
                            + ". That begins the job anew, beside the run that the first start() began; to cancel the"
                            + " one does not stop the other.");
        }
    }

    /** Whether this very exception is the problem or lies inside it. */
    static boolean holds(Throwable problem, Throwable own) {
        Throwable inner = problem;
        for (int depth = 0; inner != null && depth < DEPTH; depth++) {
            if (inner == own) {
                return true;
            }
            inner = inner.getCause();
        }
        return false;
    }

    static boolean tellsOf(Throwable problem, Class<? extends Throwable> type) {
        Throwable inner = problem;
        for (int depth = 0; inner != null && depth < DEPTH; depth++) {
            if (type.isInstance(inner)) {
                return true;
            }
            inner = inner.getCause();
        }
        return false;
    }

    /** As in "CompletionException > JobFailed". */
    static String chain(Throwable problem) {
        StringBuilder chain = new StringBuilder(problem.getClass().getSimpleName());
        Throwable inner = problem.getCause();
        for (int depth = 0; inner != null && depth < DEPTH; depth++) {
            chain.append(" > ").append(inner.getClass().getSimpleName());
            inner = inner.getCause();
        }
        return chain.toString();
    }

    static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
