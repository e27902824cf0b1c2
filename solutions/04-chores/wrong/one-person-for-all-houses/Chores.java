// Diagnosis: mixed-up-evenings
// The pair of hands is one static thread: where two houses have an evening, the second has no dinner until the first is over.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.chores.given.House;

public final class Chores {
    private static final ExecutorService HANDS =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> laundry = house.laundry();
        CompletableFuture<Void> rest = new CompletableFuture<>();
        HANDS.execute(() -> {
            house.dinner().join();
            CompletableFuture<Void> dishes = house.dishwasher();
            house.plants().join();
            dishes.thenRun(() -> rest.complete(null));
        });
        return CompletableFuture.allOf(laundry, rest);
    }
}
