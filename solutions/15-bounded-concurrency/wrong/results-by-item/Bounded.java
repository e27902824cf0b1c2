// Diagnosis: lost-result
// Looks results up by item: of two equal items one result is lost.
package kata.bounded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import kata.bounded.given.Job;

public final class Bounded {
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        Semaphore places = new Semaphore(limit, true);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Map<T, CompletableFuture<R>> results = new LinkedHashMap<>();
        for (T item : items) {
            results.put(item, CompletableFuture.supplyAsync(() -> inAPlace(places, item, job), threads));
        }
        return CompletableFuture.allOf(results.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> items.stream().map(item -> results.get(item).join()).toList())
                .whenComplete((done, problem) -> threads.shutdown());
    }

    private static <T, R> R inAPlace(Semaphore places, T item, Job<T, R> job) {
        places.acquireUninterruptibly();
        try {
            return job.start(item).join();
        } finally {
            places.release();
        }
    }
}
