package kata.chores;

import java.util.concurrent.CompletableFuture;
import kata.chores.given.House;

/** Two notes on the same future: each says what dinner was holding up. */
public final class Chores {
    private Chores() {}

    public static CompletableFuture<Void> evening(House house) {
        CompletableFuture<Void> dinner = house.dinner();
        CompletableFuture<Void> laundry = house.laundry();
        CompletableFuture<Void> plants = dinner.thenCompose(handsAreFree -> house.plants());
        CompletableFuture<Void> dishes = dinner.thenCompose(dishesAreDirty -> house.dishwasher());
        return laundry.thenCombine(plants, (clean, watered) -> clean).thenCombine(dishes, (soFar, washed) -> soFar);
    }
}
