package kata.waiter.given;

import java.util.concurrent.CompletableFuture;

/**
 * Makes dishes, as many at a time as there are orders. Says "Getting Pasta order" when an order comes in, and
 * "Pasta ready" when the dish is ready. Given: do not change it.
 */
public interface Cook {

    /**
     * Takes an order and returns at once; the cook begins to cook.
     *
     * @return a future that completes by itself when the dish is ready, or fails with a {@link BurntException}
     */
    CompletableFuture<Dish> cook(Order order);

    /**
     * Takes an order and keeps the caller standing in the kitchen until the dish is ready. The twin works with this.
     *
     * @throws BurntException if the dish is burnt
     */
    Dish cookWhileYouWait(Order order);
}
