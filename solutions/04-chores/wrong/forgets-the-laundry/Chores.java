// Diagnosis: returned-too-early
// Starts the laundry and never asks for it again.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        house.laundry();
        return house.dinner().thenCompose(eaten -> CompletableFuture.allOf(house.dishwasher(), house.plants()));
    }
}
