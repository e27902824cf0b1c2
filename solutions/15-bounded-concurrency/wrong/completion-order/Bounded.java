// Diagnosis: completion-order
// Adds each result to the list when it comes.
package kata.bounded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kata.bounded.given.Job;

public final class Bounded {
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        List<CompletableFuture<Void>> ended =
                Stream.generate(CompletableFuture<Void>::new).limit(items.size()).toList();
        List<R> results = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        for (int place = 0; place < limit; place++) {
            startNext(items, job, results, ended, next);
        }
        return CompletableFuture.allOf(ended.toArray(CompletableFuture[]::new)).thenApply(done -> results);
    }

    private static <T, R> void startNext(
            List<T> items, Job<T, R> job, List<R> results, List<CompletableFuture<Void>> ended, AtomicInteger next) {
        int index = next.getAndIncrement();
        if (index >= items.size()) {
            return;
        }
        safely(job, items.get(index)).whenComplete((result, problem) -> {
            results.add(result);
            startNext(items, job, results, ended, next);
            if (problem == null) {
                ended.get(index).complete(null);
            } else {
                ended.get(index).completeExceptionally(problem);
            }
        });
    }

    private static <T, R> CompletableFuture<R> safely(Job<T, R> job, T item) {
        try {
            return job.start(item);
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
