// Diagnosis: faked
// Remembers the evening of each house: a second one in the same house is over before anything was done.
package kata.chores;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kata.chores.given.House;

public final class Chores {
    private static final Map<House, CompletableFuture<Void>> EVENINGS = new ConcurrentHashMap<>();

    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        return EVENINGS.computeIfAbsent(house, home -> {
            CompletableFuture<Void> laundry = home.laundry();
            CompletableFuture<Void> dinnerAndAfter = home.dinner()
                    .thenCompose(eaten -> CompletableFuture.allOf(home.dishwasher(), home.plants()));
            return CompletableFuture.allOf(laundry, dinnerAndAfter);
        });
    }
}
