// Diagnosis: tried-again
// A start that throws is tried a second time.
package kata.bounded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kata.bounded.given.Job;

public final class Bounded {
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        List<CompletableFuture<R>> results =
                Stream.generate(CompletableFuture<R>::new).limit(items.size()).toList();
        AtomicInteger next = new AtomicInteger();
        for (int place = 0; place < limit; place++) {
            startNext(items, job, results, next);
        }
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }

    private static <T, R> void startNext(
            List<T> items, Job<T, R> job, List<CompletableFuture<R>> results, AtomicInteger next) {
        int index = next.getAndIncrement();
        if (index >= items.size()) {
            return;
        }
        safely(job, items.get(index)).whenComplete((result, problem) -> {
            startNext(items, job, results, next);
            if (problem == null) {
                results.get(index).complete(result);
            } else {
                results.get(index).completeExceptionally(problem);
            }
        });
    }

    private static <T, R> CompletableFuture<R> safely(Job<T, R> job, T item) {
        try {
            return job.start(item);
        } catch (RuntimeException problem) {
            return onceMore(job, item);
        }
    }

    private static <T, R> CompletableFuture<R> onceMore(Job<T, R> job, T item) {
        try {
            return job.start(item);
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
