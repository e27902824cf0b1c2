// Diagnosis: pooled
// A cached pool of virtual threads: whoever has done one job gets another.
package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        try (var threads = Executors.newCachedThreadPool(Thread.ofVirtual().factory())) {
            var ended = new ExecutorCompletionService<T>(threads);
            List<Future<T>> inOrder = new ArrayList<>();
            for (Callable<T> job : jobs) {
                inOrder.add(ended.submit(job));
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
            for (Future<T> each : inOrder) {
                results.add(each.resultNow());
            }
            return results;
        }
    }
}
