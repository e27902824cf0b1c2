package kata.coroutine.test;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;

/** What is looked at after {@code main} was played: how often its body ran, and what those who awaited it got. */
record Seen(Stage stage, Play play, Anyfunc anyfunc) {
    /** Written down when createTask has come back. */
    static final String CREATED = "task created";

    static final List<String> AWAITERS =
            List.of("the first who awaited", "the second", "one who came late", "another who came late");

    private static final Cause HIDDEN = Causes.SWALLOWED_ERROR.advising(
            "do not turn a failure into a value: let await() give a future that fails as the body's own future does");

    /** No unit went by inside createTask. */
    Seen createdAtOnce() {
        boolean held =
                stage.timeline().marks().stream().anyMatch(mark -> mark.what().equals(CREATED) && mark.at() > 0);
        if (held) {
            throw stage.failure(
                    Causes.BLOCKED_THE_CALLER.advising(
                            "take join() or get() out of createTask: keep the future, and let the Task give it to those who await"),
                    "createTask came back only when " + anyfunc.name()
                            + " had ended: its caller stood still all the while."
                            + " A task runs while whoever created it goes on.",
                    play.waiting().toArray(Sighting[]::new));
        }
        return this;
    }

    /** The body ran, and ran once. */
    Seen ranOnce(String what) {
        if (anyfunc.runs() == 0) {
            throw stage.failure(
                    Mistakes.NEVER_STARTED, what + ", but `" + anyfunc.name() + "` was never started: 0 runs.");
        }
        if (anyfunc.runs() > 1) {
            throw stage.failure(
                    Mistakes.RAN_AGAIN,
                    what + ", and `" + anyfunc.name() + "` ran " + anyfunc.runs()
                            + " times. One coroutine runs once, however many await it.");
        }
        return this;
    }

    /** Nobody heard of a failure, for there was none: the body's value was null. */
    Seen tookNullForAValue() {
        play.call().failure().filter(NullPointerException.class::isInstance).ifPresent(problem -> {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising(
                            "null is a value like any other, as of a CompletableFuture<Void>: end the future with it"),
                    "`" + anyfunc.name() + "` ended well, with null, but whoever awaited it heard of a"
                            + " NullPointerException.");
        });
        return this;
    }

    /** No task had to wait in createTask or in await for another one to end. */
    Seen sideBySide(List<String> names) {
        if (play.timeline().peak(span -> names.contains(span.lane())) == 1) {
            List<String> begun = play.timeline().lanes();
            throw stage.failure(
                    Causes.RAN_ONE_AFTER_ANOTHER.advising(
                            "let createTask call coro.await() itself and at once, whatever became of other tasks"),
                    "All tasks were created before the first was awaited, but they ran one after another: "
                            + begun.get(1) + " began only after " + begun.get(0) + " had ended.",
                    play.waiting().toArray(Sighting[]::new));
        }
        return this;
    }

    /** Each of them got this value. */
    void allGot(Integer value, List<Integer> got) {
        for (int i = 0; i < got.size(); i++) {
            if (!Objects.equals(got.get(i), value)) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising(
                                "give everyone the future of the one run, with the value it ends with"),
                        "`" + anyfunc.name() + "` returned " + value + ", but " + AWAITERS.get(i) + " got " + got.get(i)
                                + ".");
            }
        }
    }

    /** Each of them was told of this failure. */
    void allHeardOf(AnyfuncFailed problem, List<Optional<Throwable>> got) {
        for (int i = 0; i < got.size(); i++) {
            Optional<Throwable> heard = got.get(i);
            if (heard.isEmpty()) {
                throw stage.failure(
                        HIDDEN,
                        "`anyfunc` failed with \"" + problem.getMessage() + "\", but " + AWAITERS.get(i)
                                + " got a value, as if all were well.");
            }
            if (!problem.isBehind(heard.get())) {
                throw stage.failure(
                        HIDDEN.advising("keep the exception that the body failed with: hand it on, or make it the"
                                + " cause of yours"),
                        "`anyfunc` failed with \"" + problem.getMessage() + "\", but " + AWAITERS.get(i)
                                + " only heard of " + heard.get().getClass().getSimpleName()
                                + ", which does not say so.");
            }
        }
    }
}
