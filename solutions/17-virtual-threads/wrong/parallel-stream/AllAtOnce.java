// Diagnosis: not-virtual
// Blocks the common pool's workers, and the caller.
package kata.virtual;

import java.util.List;
import java.util.concurrent.Callable;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        return jobs.parallelStream().map(AllAtOnce::call).toList();
    }

    private static <T> T call(Callable<T> job) {
        try {
            return job.call();
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }
}
