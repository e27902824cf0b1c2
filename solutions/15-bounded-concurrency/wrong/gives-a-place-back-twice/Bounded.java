// Diagnosis: unbounded
// Releases when the result is there and again where the exception is caught: one place more with each job that throws.
package kata.bounded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import kata.bounded.given.Job;

public final class Bounded {
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        Semaphore places = new Semaphore(limit);
        List<CompletableFuture<R>> results =
                Stream.generate(CompletableFuture<R>::new).limit(items.size()).toList();
        results.forEach(each -> each.whenComplete((result, problem) -> places.release()));
        Thread.startVirtualThread(() -> {
            for (int i = 0; i < items.size(); i++) {
                places.acquireUninterruptibly();
                CompletableFuture<R> mine = results.get(i);
                try {
                    job.start(items.get(i)).whenComplete((result, problem) -> {
                        if (problem == null) {
                            mine.complete(result);
                        } else {
                            mine.completeExceptionally(problem);
                        }
                    });
                } catch (RuntimeException problem) {
                    mine.completeExceptionally(problem);
                    places.release();
                }
            }
        });
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }
}
