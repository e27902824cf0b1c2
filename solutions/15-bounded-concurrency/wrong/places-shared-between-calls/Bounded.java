// Diagnosis: shared-places
// The jobs under way are counted in a static variable, for all calls together.
package kata.bounded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kata.bounded.given.Job;

public final class Bounded {
    private static final AtomicInteger UNDER_WAY = new AtomicInteger();

    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        List<CompletableFuture<R>> results =
                Stream.generate(CompletableFuture<R>::new).limit(items.size()).toList();
        AtomicInteger next = new AtomicInteger();
        fill(items, limit, job, results, next);
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }

    private static <T, R> void fill(
            List<T> items, int limit, Job<T, R> job, List<CompletableFuture<R>> results, AtomicInteger next) {
        while (next.get() < items.size() && takePlace(limit)) {
            int index = next.getAndIncrement();
            if (index >= items.size()) {
                UNDER_WAY.decrementAndGet();
                return;
            }
            safely(job, items.get(index)).whenComplete((result, problem) -> {
                UNDER_WAY.decrementAndGet();
                fill(items, limit, job, results, next);
                if (problem == null) {
                    results.get(index).complete(result);
                } else {
                    results.get(index).completeExceptionally(problem);
                }
            });
        }
    }

    private static boolean takePlace(int limit) {
        return UNDER_WAY.getAndUpdate(taken -> taken < limit ? taken + 1 : taken) < limit;
    }

    private static <T, R> CompletableFuture<R> safely(Job<T, R> job, T item) {
        try {
            return job.start(item);
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
