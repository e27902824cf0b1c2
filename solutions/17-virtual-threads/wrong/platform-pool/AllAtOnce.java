// Diagnosis: not-virtual
// A thread of the operating system for each job, up to two hundred.
package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        try (var threads = Executors.newFixedThreadPool(200)) {
            List<Future<T>> futures = new ArrayList<>();
            jobs.forEach(job -> futures.add(threads.submit(job)));
            List<T> results = new ArrayList<>();
            for (Future<T> each : futures) {
                results.add(each.get());
            }
            return results;
        }
    }
}
