// Diagnosis: returned-too-early
// Either instead of both: the evening is over when the first of dishwasher and plants is.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> laundry = house.laundry();
        CompletableFuture<Void> dinnerAndAfter = house.dinner()
                .thenCompose(eaten -> house.dishwasher().runAfterEither(house.plants(), () -> {}));
        return CompletableFuture.allOf(laundry, dinnerAndAfter);
    }
}
