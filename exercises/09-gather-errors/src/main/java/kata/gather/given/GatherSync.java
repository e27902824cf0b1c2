package kata.gather.given;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The synchronous twin: each job begins when the one before it has ended. Given, to compare with. */
public final class GatherSync {
    private GatherSync() {}

    /** Does every job, whatever becomes of the others. */
    public static <T> List<Outcome<T>> settleAll(List<Job<T>> jobs) {
        List<Outcome<T>> outcomes = new ArrayList<>();
        for (Job<T> job : jobs) {
            try {
                outcomes.add(new Outcome.Success<>(job.start().join()));
            } catch (CompletionException problem) {
                outcomes.add(new Outcome.Failure<>(own(problem)));
            }
        }
        return outcomes;
    }

    /** Does one job after the other until one fails; the rest is never begun. */
    public static <T> List<T> failFast(List<Job<T>> jobs) {
        List<T> values = new ArrayList<>();
        for (Job<T> job : jobs) {
            values.add(job.start().join());
        }
        return values;
    }

    private static Throwable own(Throwable problem) {
        boolean wrapper = problem instanceof CompletionException || problem instanceof ExecutionException;
        return wrapper && problem.getCause() != null ? own(problem.getCause()) : problem;
    }
}
