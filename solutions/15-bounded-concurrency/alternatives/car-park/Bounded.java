package kata.bounded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.bounded.given.Job;

/** A monitor: a porter on a virtual thread waits at the gate for a free place, and starts what is next. */
public final class Bounded {
    private static final class CarPark {
        private int free;

        private CarPark(int free) {
            this.free = free;
        }

        private synchronized void enter() throws InterruptedException {
            while (free == 0) {
                wait();
            }
            free--;
        }

        private synchronized void leave() {
            free++;
            notifyAll();
        }
    }

    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        CompletableFuture<List<R>> all = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            CarPark park = new CarPark(limit);
            List<CompletableFuture<R>> results = new ArrayList<>();
            try {
                for (T item : items) {
                    park.enter();
                    results.add(safely(job, item).whenComplete((result, problem) -> park.leave()));
                }
                CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)).whenComplete((done, problem) -> {
                    if (problem == null) {
                        all.complete(results.stream().map(CompletableFuture::join).toList());
                    } else {
                        all.completeExceptionally(problem);
                    }
                });
            } catch (InterruptedException stopped) {
                all.completeExceptionally(stopped);
            }
        });
        return all;
    }

    private static <T, R> CompletableFuture<R> safely(Job<T, R> job, T item) {
        try {
            return job.start(item);
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
