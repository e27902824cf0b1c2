// Diagnosis: stood-idle
// Waters the plants first, so nothing is left to do while the dishwasher runs.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> rest = house.plants()
                .thenCompose(watered -> house.dinner())
                .thenCompose(eaten -> house.dishwasher());
        return CompletableFuture.allOf(house.laundry(), rest);
    }
}
