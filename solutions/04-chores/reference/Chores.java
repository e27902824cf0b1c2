package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

/**
 * The washing machine runs from the start. What needs dinner to be over follows dinner: the dishwasher, because of its
 * dishes, and the plants, because of your hands.
 */
public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> laundry = house.laundry();
        CompletableFuture<Void> dinnerAndAfter = house.dinner()
                .thenCompose(eaten -> CompletableFuture.allOf(house.dishwasher(), house.plants()));
        return CompletableFuture.allOf(laundry, dinnerAndAfter);
    }
}
