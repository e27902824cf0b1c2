// Diagnosis: others-not-stopped
// Waits in the order of the list: a failure behind the first job is heard too late.
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
            jobs.forEach(job -> futures.add(threads.submit(job)));
            try {
                List<T> results = new ArrayList<>();
                for (Future<T> each : futures) {
                    results.add(each.get());
                }
                return results;
            } catch (Exception problem) {
                threads.shutdownNow();
                throw problem;
            }
        }
    }
}
