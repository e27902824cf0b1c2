package kata.bounded;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import kata.bounded.given.Job;

/** As many chains as places; each takes items from one queue until it is empty. */
public final class Bounded {
    private record Numbered<T>(int index, T item) {}

    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        List<CompletableFuture<R>> results = new ArrayList<>();
        Queue<Numbered<T>> left = new ConcurrentLinkedQueue<>();
        for (T item : items) {
            left.add(new Numbered<>(results.size(), item));
            results.add(new CompletableFuture<>());
        }
        for (int i = 0; i < limit; i++) {
            chain(left, job, results);
        }
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }

    private static <T, R> CompletableFuture<Void> chain(
            Queue<Numbered<T>> left, Job<T, R> job, List<CompletableFuture<R>> results) {
        Numbered<T> next = left.poll();
        if (next == null) {
            return CompletableFuture.completedFuture(null);
        }
        return safely(job, next.item())
                .handle((result, problem) -> problem == null
                        ? results.get(next.index()).complete(result)
                        : results.get(next.index()).completeExceptionally(problem))
                .thenCompose(told -> chain(left, job, results));
    }

    private static <T, R> CompletableFuture<R> safely(Job<T, R> job, T item) {
        try {
            return job.start(item);
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
