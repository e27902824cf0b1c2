// Diagnosis: stood-idle
// Waits for the washing machine before dinner is begun.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        return house.laundry()
                .thenCompose(washed -> house.dinner())
                .thenCompose(eaten -> CompletableFuture.allOf(house.dishwasher(), house.plants()));
    }
}
