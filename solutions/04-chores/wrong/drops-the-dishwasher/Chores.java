// Diagnosis: returned-too-early
// Begins the dishwasher after dinner, and keeps the future of the plants only.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> laundry = house.laundry();
        CompletableFuture<Void> dinnerAndAfter = house.dinner().thenCompose(eaten -> {
            house.dishwasher();
            return house.plants();
        });
        return CompletableFuture.allOf(laundry, dinnerAndAfter);
    }
}
