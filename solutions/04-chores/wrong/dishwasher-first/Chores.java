// Diagnosis: wrong-order
// Starts both machines at once, before there are any dishes.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> machines = CompletableFuture.allOf(house.laundry(), house.dishwasher());
        CompletableFuture<Void> hands = house.dinner().thenCompose(eaten -> house.plants());
        return CompletableFuture.allOf(machines, hands);
    }
}
