// Diagnosis: leaked-threads
// Interrupts the others and does not wait until they have ended.
package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var ended = new ExecutorCompletionService<T>(threads);
            List<Future<T>> inOrder = new ArrayList<>();
            for (Callable<T> job : jobs) {
                inOrder.add(ended.submit(job));
            }
            for (int i = 0; i < jobs.size(); i++) {
                ended.take().get();
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : inOrder) {
                results.add(each.resultNow());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
