// Diagnosis: never-finished
// Starts the next job only after one that went well.
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
        if (index < items.size()) {
            job.start(items.get(index)).thenAccept(result -> {
                results.get(index).complete(result);
                startNext(items, job, results, next);
            });
        }
    }
}
