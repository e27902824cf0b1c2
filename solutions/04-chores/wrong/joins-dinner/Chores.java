// Diagnosis: blocked-the-caller
// The right order, but whoever asks for the evening has to stand by until dinner is over.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> laundry = house.laundry();
        house.dinner().join();
        return CompletableFuture.allOf(laundry, house.dishwasher(), house.plants());
    }
}
