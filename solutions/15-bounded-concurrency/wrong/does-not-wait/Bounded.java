// Diagnosis: returned-too-early
// Gives back a list that is still being filled.
package kata.bounded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import kata.bounded.given.Job;

public final class Bounded {
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        List<R> results = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        for (int place = 0; place < limit; place++) {
            startNext(items, job, results, next);
        }
        return CompletableFuture.completedFuture(results);
    }

    private static <T, R> void startNext(List<T> items, Job<T, R> job, List<R> results, AtomicInteger next) {
        int index = next.getAndIncrement();
        if (index < items.size()) {
            safely(job, items.get(index)).whenComplete((result, problem) -> {
                results.add(result);
                startNext(items, job, results, next);
            });
        }
    }

    private static <T, R> CompletableFuture<R> safely(Job<T, R> job, T item) {
        try {
            return job.start(item);
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
