package kata.bounded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import kata.bounded.given.Job;

/** A virtual thread for each item, and one semaphore for all of them. */
public final class Bounded {
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        Semaphore places = new Semaphore(limit, true);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        List<CompletableFuture<R>> results = new ArrayList<>();
        for (T item : items) {
            results.add(CompletableFuture.supplyAsync(() -> inAPlace(places, item, job), threads));
        }
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList())
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
