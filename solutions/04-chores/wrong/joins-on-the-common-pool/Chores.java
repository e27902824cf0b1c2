// Diagnosis: blocked-the-common-pool
// The right order, but a worker of the common pool stands in the kitchen.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        return CompletableFuture.runAsync(() -> {
            CompletableFuture<Void> laundry = house.laundry();
            house.dinner().join();
            CompletableFuture.allOf(laundry, house.dishwasher(), house.plants()).join();
        });
    }
}
