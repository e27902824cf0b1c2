package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

/** A thread of its own lives through the evening; whenever it has nothing to do, it waits in a monitor to be told. */
public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                CompletableFuture<Void> laundry = house.laundry();
                await(house.dinner());
                CompletableFuture<Void> dishwasher = house.dishwasher();
                await(house.plants());
                await(dishwasher);
                await(laundry);
                over.complete(null);
            } catch (InterruptedException | RuntimeException problem) {
                over.completeExceptionally(problem);
            }
        });
        return over;
    }

    private static void await(CompletableFuture<Void> chore) throws InterruptedException {
        Object monitor = new Object();
        chore.whenComplete((done, problem) -> {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        });
        synchronized (monitor) {
            while (!chore.isDone()) {
                monitor.wait();
            }
        }
        chore.join();
    }
}
