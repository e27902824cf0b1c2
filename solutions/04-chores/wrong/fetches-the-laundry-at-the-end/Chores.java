// Diagnosis: blocked-the-common-pool
// A worker of the common pool waits for the laundry: where the wash takes longest it stands in the kitchen.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> laundry = house.laundry();
        return house.dinner()
                .thenCompose(eaten -> CompletableFuture.allOf(house.dishwasher(), house.plants()))
                .thenRunAsync(laundry::join);
    }
}
