// Diagnosis: ran-one-after-another
// Chains all four: nothing is blocked, and still every chore waits for the one before.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        return house.laundry()
                .thenCompose(washed -> house.dinner())
                .thenCompose(eaten -> house.dishwasher())
                .thenCompose(clean -> house.plants());
    }
}
