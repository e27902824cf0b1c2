// Diagnosis: ran-one-after-another
// Chains each job behind the one before it.
package kata.bounded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.bounded.given.Job;

public final class Bounded {
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        List<CompletableFuture<R>> results = new ArrayList<>();
        CompletableFuture<?> before = CompletableFuture.completedFuture(null);
        for (T item : items) {
            CompletableFuture<R> result =
                    before.handle((done, problem) -> item).thenCompose(next -> safely(job, next));
            results.add(result);
            before = result;
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
