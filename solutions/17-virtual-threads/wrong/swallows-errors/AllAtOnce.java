// Diagnosis: swallowed-error
// Null stands for a failure.
package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> job : jobs) {
                futures.add(threads.submit(() -> {
                    try {
                        return job.call();
                    } catch (IllegalStateException problem) {
                        threads.shutdownNow();
                        return null;
                    } catch (InterruptedException stopped) {
                        return null;
                    }
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : futures) {
                results.add(each.get());
            }
            return results;
        }
    }
}
