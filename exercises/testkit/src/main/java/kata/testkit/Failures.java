package kata.testkit;

import java.util.List;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;

/** Turns what an answer threw into a failure that a learner can read. */
final class Failures {
    private static final Cause THREW_ELSEWHERE = Causes.THREW.advising("none of your lines is on its stack, which"
            + " kata check --stack shows: look at what you gave to the call that threw it");

    private Failures() {}

    /** The exception by which a stub says that it is still a stub. */
    static boolean isTodo(Throwable problem) {
        return problem instanceof UnsupportedOperationException
                && problem.getMessage() != null
                && problem.getMessage().startsWith("TODO");
    }

    /** What an answer's method threw; the line that threw it is found by {@link #located}. */
    static KataFailure of(String method, Throwable problem) {
        if (problem instanceof KataFailure failure) {
            return failure;
        }
        if (isTodo(problem)) {
            return new KataFailure(Causes.NOT_STARTED, todo(problem.getMessage()));
        }
        Throwable cause = problem instanceof ExceptionInInitializerError ? problem.getCause() : null;
        KataFailure failure = new KataFailure(
                Causes.THREW,
                method + " ended with "
                        + (cause == null
                                ? describe(problem)
                                : "ExceptionInInitializerError, and that with " + describe(cause))
                        + ".");
        failure.addSuppressed(cause == null ? problem : cause);
        return failure;
    }

    /** The same failure with the line of the answer from which its exception came, if it is one of those. */
    static KataFailure located(KataFailure failure, Threads threads) {
        if (failure.cause() != Causes.THREW || !failure.sightings().isEmpty() || failure.getSuppressed().length == 0) {
            return failure;
        }
        Throwable problem = failure.getSuppressed()[0];
        List<Sighting> at = threads.threw(problem).stream().toList();
        KataFailure located = new KataFailure(
                at.isEmpty() ? THREW_ELSEWHERE : Causes.THREW,
                failure.happened(),
                at,
                failure.yours(),
                failure.right());
        located.addSuppressed(problem);
        return located;
    }

    /** "TODO: countAll starts …" becomes "Still to do: countAll starts …." */
    private static String todo(String message) {
        String what = message.substring("TODO".length()).replaceFirst("^[:\\s]+", "");
        return what.isEmpty() ? "This is still to do." : "Still to do: " + what + (what.endsWith(".") ? "" : ".");
    }

    /** The class and the first line of the message; hostile exceptions may fail to give one. */
    static String describe(Throwable problem) {
        String name = problem.getClass().getSimpleName();
        String message;
        try {
            message = problem.getMessage();
        } catch (Throwable unreadable) {
            message = null;
        }
        if (message == null || message.isBlank()) {
            return name;
        }
        String line = message.lines().findFirst().orElse("");
        return name + ": " + (line.length() > 200 ? line.substring(0, 200) + "…" : line);
    }
}
