// Diagnosis: blocked-a-callback
// Joins inside thenRun, on the thread that would have to end what it waits for.
package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> rest = house.dinner().thenRun(
                () -> CompletableFuture.allOf(house.dishwasher(), house.plants()).join());
        return CompletableFuture.allOf(house.laundry(), rest);
    }
}
