package kata.testkit;

import java.util.List;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;
import kata.testkit.timeline.Timeline;

/** Turns what an answer threw into a failure that a learner can read. */
final class Failures {
    private Failures() {}

    /** The exception by which a stub says that it is still a stub. */
    static boolean isTodo(Throwable problem) {
        return problem instanceof UnsupportedOperationException
                && problem.getMessage() != null
                && problem.getMessage().startsWith("TODO");
    }

    static KataFailure of(String method, Throwable problem) {
        return of(method, problem, List.of());
    }

    static KataFailure of(String method, Throwable problem, List<Sighting> at) {
        if (problem instanceof KataFailure failure) {
            return failure;
        }
        if (isTodo(problem)) {
            return new KataFailure(Causes.NOT_STARTED, todo(problem.getMessage()));
        }
        return new KataFailure(
                Causes.THREW, method + " ended with " + describe(problem) + ".", at, Timeline.EMPTY, Timeline.EMPTY);
    }

    static KataFailure of(String method, Throwable problem, Threads threads) {
        return of(
                method,
                problem,
                threads.sighting("", problem.getStackTrace()).stream()
                        .map(seen -> new Sighting(seen.file(), seen.line(), seen.method(), "", Sighting.THREW))
                        .toList());
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
