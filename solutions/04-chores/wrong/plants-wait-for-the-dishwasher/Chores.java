// Diagnosis: stood-idle
// Waters the plants when the dishwasher is done.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> rest = house.dinner()
                .thenCompose(eaten -> house.dishwasher())
                .thenCompose(clean -> house.plants());
        return CompletableFuture.allOf(house.laundry(), rest);
    }
}
