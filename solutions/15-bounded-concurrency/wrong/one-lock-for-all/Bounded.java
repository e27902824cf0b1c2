// Diagnosis: ran-one-after-another
// A virtual thread for each item, but each waits for its job inside a lock that all of them want.
package kata.bounded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.bounded.given.Job;

public final class Bounded {
    private static final Object LOCK = new Object();

    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        List<CompletableFuture<R>> results = items.stream()
                .map(item -> CompletableFuture.supplyAsync(
                        () -> {
                            synchronized (LOCK) {
                                return job.start(item).join();
                            }
                        },
                        threads))
                .toList();
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }
}
