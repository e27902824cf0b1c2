// Diagnosis: completion-order
// Collects results as they come.
package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<T>(threads);
            jobs.forEach(ended::submit);
            List<T> results = new ArrayList<>();
            try {
                for (int i = 0; i < jobs.size(); i++) {
                    results.add(ended.take().get());
                }
            } catch (Exception problem) {
                threads.shutdownNow();
                throw problem;
            }
            return results;
        }
    }
}
