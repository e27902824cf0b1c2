// Diagnosis: lost-result
// Keeps results by job: one that is listed twice has one place.
package kata.virtual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<T>(threads);
            Map<Callable<T>, Future<T>> byJob = new LinkedHashMap<>();
            for (Callable<T> job : jobs) {
                byJob.put(job, ended.submit(job));
            }
            try {
                for (int i = 0; i < jobs.size(); i++) {
                    ended.take().get();
                }
            } catch (Exception problem) {
                threads.shutdownNow();
                throw problem;
            }
            List<T> results = new ArrayList<>();
            for (Callable<T> job : jobs) {
                results.add(byJob.get(job).get());
            }
            return results;
        }
    }
}
