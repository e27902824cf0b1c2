// Diagnosis: blocked-the-common-pool
// Takes a place and waits in it on a worker of the common pool.
package kata.bounded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import kata.bounded.given.Job;

public final class Bounded {
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        Semaphore places = new Semaphore(limit);
        List<CompletableFuture<R>> results = items.stream()
                .map(item -> CompletableFuture.supplyAsync(() -> {
                    places.acquireUninterruptibly();
                    try {
                        return job.start(item).join();
                    } finally {
                        places.release();
                    }
                }))
                .toList();
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }
}
