package kata.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Hears of whichever job ends first; the closing brace waits for those that were told to stop. */
public final class AllAtOnce {
    private AllAtOnce() {}

    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
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
