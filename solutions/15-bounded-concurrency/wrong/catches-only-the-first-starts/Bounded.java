// Diagnosis: never-finished
// Catches a start that throws at the beginning, but not in the callback of a job that has ended.
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
            boolean threw = true;
            while (threw) {
                int index = next.get();
                try {
                    startNext(items, job, results, next);
                    threw = false;
                } catch (RuntimeException problem) {
                    results.get(index).completeExceptionally(problem);
                }
            }
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
        job.start(items.get(index)).whenComplete((result, problem) -> {
            startNext(items, job, results, next);
            if (problem == null) {
                results.get(index).complete(result);
            } else {
                results.get(index).completeExceptionally(problem);
            }
        });
    }
}
