package kata.waiter.test;

import java.util.List;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.PlayAssert;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.waiter.given.BurntException;
import kata.waiter.given.Dish;

/** A dish that burns: whoever waits for the dishes must hear of it. */
final class BurntDish {
    private static final Cause ORDERED_AGAIN = new Cause(
            "ordered-again",
            "a burnt dish was not told, but ordered again",
            "give the cook each order once, and let his BurntException reach your future",
            74);

    private BurntDish() {}

    /** The call ended with the cook's exception, however deep it is wrapped. */
    static void wasReported(Stage stage, Call<List<Dish>> call, Play play, String burnt) {
        boolean inACallback =
                play.waiting().stream().anyMatch(line -> line.thread().equals("kata-clock"));
        if (play.stuck() && inACallback) {
            PlayAssert.assertThat(play, "dishes").finished();
        }
        String happened = "The cook said that " + burnt + " was burnt, ";
        int ordered = play.timeline().spansOf(burnt).size();
        if (ordered > 1) {
            throw stage.failure(
                    ORDERED_AGAIN,
                    happened + "and " + call.method() + " ordered it again instead of telling of it: " + ordered
                            + " orders for one dish.");
        }
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(
                            "let an exception end the future too: where nothing else does, call completeExceptionally"),
                    happened + "but the future of " + call.method() + " is still open: whoever waits for it waits for"
                            + " ever.");
        }
        Throwable problem = call.failure().orElse(null);
        if (problem == null) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    happened + "but the future of " + call.method() + " ended well, with "
                            + Service.plates(call.value()) + ". Your result hides it.");
        }
        if (!tellsOf(problem, burnt)) {
            if (isOfTheAnswer(problem)) {
                call.value();
            }
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(
                            "keep the cook's exception: hand it on, or make it the cause of yours"),
                    happened + "but " + call.method() + " ended with "
                            + problem.getClass().getSimpleName() + ", and the cook's BurntException is nowhere in it.");
        }
    }

    /** The stub's TODO, or a mistake that has nothing to do with the burnt dish. */
    private static boolean isOfTheAnswer(Throwable problem) {
        return problem instanceof UnsupportedOperationException
                || problem instanceof NullPointerException
                || problem instanceof IndexOutOfBoundsException
                || problem instanceof AssertionError;
    }

    private static boolean tellsOf(Throwable problem, String burnt) {
        String message = new BurntException(burnt).getMessage();
        Throwable inner = problem;
        for (int depth = 0; inner != null && depth < 20; depth++) {
            if (inner instanceof BurntException && message.equals(inner.getMessage())) {
                return true;
            }
            inner = inner.getCause();
        }
        return false;
    }
}
