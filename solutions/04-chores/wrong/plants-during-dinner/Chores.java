// Diagnosis: two-at-once
// Only the dishwasher follows dinner; the plants are watered while dinner is cooked.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> dishes = house.dinner().thenCompose(eaten -> house.dishwasher());
        return CompletableFuture.allOf(house.laundry(), dishes, house.plants());
    }
}
