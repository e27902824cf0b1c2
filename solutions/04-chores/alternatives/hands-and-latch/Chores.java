package kata.chores;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import kata.chores.given.House;

/** Each chore has a thread of its own; the one pair of hands is a semaphore. */
public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        CountDownLatch left = new CountDownLatch(4);
        Semaphore hands = new Semaphore(1);
        CompletableFuture<Void> eaten = new CompletableFuture<>();
        inBackground(over, () -> {
            hands.acquire();
            CompletableFuture<Void> dinner = house.dinner();
            // Only now: plants that came first would hold up the dishes.
            inBackground(over, () -> {
                hands.acquire();
                end(house.plants(), left);
                hands.release();
            });
            end(dinner, left);
            hands.release();
            eaten.complete(null);
        });
        inBackground(over, () -> end(house.laundry(), left));
        inBackground(over, () -> {
            eaten.get();
            end(house.dishwasher(), left);
        });
        inBackground(over, () -> {
            left.await();
            over.complete(null);
        });
        return over;
    }

    private interface Work {
        void run() throws InterruptedException, ExecutionException;
    }

    private static void end(CompletableFuture<Void> chore, CountDownLatch left)
            throws InterruptedException, ExecutionException {
        chore.get();
        left.countDown();
    }

    private static void inBackground(CompletableFuture<Void> over, Work work) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (InterruptedException | ExecutionException | RuntimeException problem) {
                over.completeExceptionally(problem);
            }
        });
    }
}
