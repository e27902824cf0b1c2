package kata.patience.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.List;
import java.util.concurrent.CancellationException;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.timeline.Timeline;

/** The mistakes that belong to this lesson, and what its tests ask of a failure. */
final class Mistakes {
    static final String PASS_ON = "let the failure reach the future that you return";
    static final Cause LOST_NULL =
            Causes.LOST_RESULT.advising("ask whether there was a failure, not whether there was a result");
    static final Cause NOT_STOPPED = new Cause(
            "not-stopped",
            "the work went on after it was given up",
            "cancel the job's own future: a time-out of yours alone does not reach the work",
            72);
    static final Cause NO_TIME_OUT = new Cause(
            "no-time-out", "the deadline passed and nothing happened", "let the timer's pause fail your future", 71);
    static final Cause WRONG_BACKOFF = new Cause(
            "wrong-backoff",
            "tried again at the wrong time",
            "pause between two attempts, and double the pause each time",
            73);
    static final Cause TOO_MANY_ATTEMPTS = new Cause(
            "too-many-attempts", "tried again too often", "count the attempts, and stop when they are used up", 74);
    static final Cause RETRIED_A_FATAL_FAILURE = new Cause(
            "retried-a-fatal-failure",
            "tried again what cannot succeed",
            "look at the failure before you pause; it may be wrapped in a CompletionException",
            73);
    static final Cause GAVE_UP_TOO_EARLY =
            new Cause("gave-up-too-early", "gave up too early", "try again until the attempts are used up", 76);
    static final Cause PAUSED_FOR_NOTHING = new Cause(
            "paused-for-nothing",
            "paused, and nothing came after it",
            "ask whether there is to be another attempt before you pause",
            77);
    static final Cause SHARED_ATTEMPTS = new Cause(
            "shared-attempts",
            "two retries got in each other's way",
            "count the attempts for each call: in a parameter or in a local object, not in a static field",
            78);
    static final Cause HELD_A_THREAD = new Cause(
            "held-a-thread",
            "a thread stood through the pauses",
            "chain the next attempt to the timer's pause, or let a virtual thread wait",
            66);

    private Mistakes() {}

    /** The future that was returned has ended, and with this failure. */
    static void toldOf(Throwable problem, Call<String> call, Play play, Stage stage, String advice) {
        Throwable seen = call.failure().orElse(null);
        if (!call.isDone() && play.waiting().isEmpty()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "pass a failure on as well as a result: whenComplete and handle see both"),
                    "The job failed with \"" + problem.getMessage()
                            + "\", and your future never ended: nobody told it.");
        }
        if (seen == null || isTodo(call)) {
            assertThat(play, "jobs").finished();
        }
        if (!tells(seen, problem)) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(advice),
                    "The job failed with \"" + problem.getMessage() + "\"; "
                            + (seen == null
                                    ? "your result hides it."
                                    : "your future failed with "
                                            + seen.getClass().getSimpleName() + " \""
                                            + seen.getMessage()
                                            + "\", which neither is that failure nor has it as its cause."));
        }
    }

    private static boolean isTodo(Call<?> call) {
        return call.failure()
                .filter(UnsupportedOperationException.class::isInstance)
                .isPresent();
    }

    /** Whether this is that failure, or has it for a cause. */
    private static boolean tells(Throwable seen, Throwable problem) {
        return seen != null && (seen == problem || tells(seen.getCause(), problem));
    }

    /** No attempt that had to be made was left out. */
    static void didNotGiveUp(
            List<Throwable> problems, int due, int allowed, Attempts attempts, Call<?> call, Stage stage) {
        Throwable seen = call.failure().orElse(null);
        if (attempts.made() >= due || problems.stream().noneMatch(problem -> tells(seen, problem))) {
            return;
        }
        Throwable last = problems.get(Math.max(0, attempts.made() - 1));
        throw stage.failure(
                last instanceof IllegalStateException && !(last instanceof CancellationException)
                        ? GAVE_UP_TOO_EARLY
                        : GAVE_UP_TOO_EARLY.advising(
                                "try again whatever an attempt fails with, if it is not a FatalException"
                                        + ", until the attempts are used up"),
                allowed + " attempts were allowed; you gave up after number " + attempts.made()
                        + ", which had failed with " + named(last) + ".");
    }

    /** Nobody waits for a failure longer than need be. */
    static void toldAt(double moment, String what, Call<?> call, Stage stage) {
        if (call.doneAt() != moment) {
            throw stage.failure(
                    PAUSED_FOR_NOTHING,
                    what + " at " + Timeline.units(moment) + ", and there was nothing more to try; your future told so"
                            + " only at " + Timeline.units(call.doneAt()) + ".");
        }
    }

    private static String named(Throwable problem) {
        String name = problem.getClass().getSimpleName();
        return ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }
}
