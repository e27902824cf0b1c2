// Diagnosis: swallowed-error
// Each failure takes the place of the one before, so that the last one is told.
package kata.bounded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import kata.bounded.given.Job;

public final class Bounded {
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        List<CompletableFuture<R>> results =
                Stream.generate(CompletableFuture<R>::new).limit(items.size()).toList();
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        for (int place = 0; place < limit; place++) {
            startNext(items, job, results, next, failure);
        }
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)).thenApply(done -> {
            if (failure.get() != null) {
                throw new CompletionException(failure.get());
            }
            return results.stream().map(CompletableFuture::join).toList();
        });
    }

    private static <T, R> void startNext(
            List<T> items,
            Job<T, R> job,
            List<CompletableFuture<R>> results,
            AtomicInteger next,
            AtomicReference<Throwable> failure) {
        int index = next.getAndIncrement();
        if (index >= items.size()) {
            return;
        }
        safely(job, items.get(index)).whenComplete((result, problem) -> {
            startNext(items, job, results, next, failure);
            if (problem == null) {
                results.get(index).complete(result);
            } else {
                failure.set(problem);
                results.get(index).complete(null);
            }
        });
    }

    /** A job that cannot be started has failed like any other, and its place is free again. */
    private static <T, R> CompletableFuture<R> safely(Job<T, R> job, T item) {
        try {
            return job.start(item);
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
