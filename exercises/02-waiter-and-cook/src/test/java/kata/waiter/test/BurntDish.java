package kata.waiter.test;

import java.util.List;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.PlayAssert;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.waiter.given.BurntException;
import kata.waiter.given.Dish;

/** A dish that burns: whoever waits for the dishes must hear of it. */
final class BurntDish {
    private BurntDish() {}

    /** The call ended with the cook's exception, however deep it is wrapped. */
    static void wasReported(Stage stage, Call<List<Dish>> call, Play play, String burnt) {
        boolean inACallback =
                play.waiting().stream().anyMatch(line -> line.thread().equals("kata-clock"));
        if (play.stuck() && inACallback) {
            PlayAssert.assertThat(play, "dishes").finished();
        }
        String happened = "The cook said that " + burnt + " was burnt, ";
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
