// Diagnosis: idle-places
// Does a batch, waits for all of it, then does the next.
package kata.bounded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.bounded.given.Job;

public final class Bounded {
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        List<CompletableFuture<R>> results = new ArrayList<>();
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        for (int from = 0; from < items.size(); from += limit) {
            List<T> batch = items.subList(from, Math.min(items.size(), from + limit));
            List<CompletableFuture<R>> promised = batch.stream().map(item -> new CompletableFuture<R>()).toList();
            results.addAll(promised);
            before = before.thenCompose(done -> {
                List<CompletableFuture<R>> started =
                        batch.stream().map(item -> safely(job, item)).toList();
                for (int i = 0; i < batch.size(); i++) {
                    CompletableFuture<R> promise = promised.get(i);
                    started.get(i).whenComplete((result, problem) -> {
                        if (problem == null) {
                            promise.complete(result);
                        } else {
                            promise.completeExceptionally(problem);
                        }
                    });
                }
                return CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)).exceptionally(problem -> null);
            });
        }
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }

    private static <T, R> CompletableFuture<R> safely(Job<T, R> job, T item) {
        try {
            return job.start(item);
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
