// Diagnosis: swallowed-error
// Takes every InterruptedException for that of a job which it has stopped: one that fails so by itself is not heard.
package kata.virtual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

public final class AllAtOnce {
    @SuppressWarnings("unchecked")
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        Object[] results = new Object[jobs.size()];
        AtomicInteger left = new AtomicInteger(jobs.size());
        CompletableFuture<Void> decided = new CompletableFuture<>();
        if (jobs.isEmpty()) {
            return List.of();
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < jobs.size(); i++) {
                int index = i;
                threads.execute(() -> {
                    try {
                        results[index] = jobs.get(index).call();
                    } catch (InterruptedException stopped) {
                        // Another job has failed, and that failure is the one to tell.
                    } catch (Throwable problem) {
                        decided.completeExceptionally(problem);
                    }
                    if (left.decrementAndGet() == 0) {
                        decided.complete(null);
                    }
                });
            }
            try {
                decided.get();
            } catch (ExecutionException | InterruptedException problem) {
                threads.shutdownNow();
                throw problem;
            }
        }
        return new ArrayList<>((List<T>) Arrays.asList(results));
    }
}
