// Diagnosis: not-virtual
// A list of one gets no virtual thread: its job runs on the thread of the caller.
package kata.virtual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class AllAtOnce {
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        if (jobs.size() == 1) {
            return Collections.singletonList(jobs.get(0).call());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
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
