package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

/** The person is a virtual thread: it joins what it does with its own hands, and lets the machines run. */
public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                CompletableFuture<Void> laundry = house.laundry();
                house.dinner().join();
                CompletableFuture<Void> dishwasher = house.dishwasher();
                house.plants().join();
                dishwasher.join();
                laundry.join();
                over.complete(null);
            } catch (RuntimeException problem) {
                over.completeExceptionally(problem);
            }
        });
        return over;
    }
}
