package kata.waiter;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/**
 * A waiter who never stands in the kitchen: first one dish after the other, then all of them at the same time.
 * Check it with {@code ./kata check 02}, or {@code mvn test} in this folder.
 */
public final class Waiter {
    private Waiter() {}

    /**
     * Serves one dish after the other: an order goes to the cook when the dish before it is ready, not earlier.
     * Returns at once, before the first dish is ready.
     *
     * @return a future of all dishes in the order of the orders, complete when the last is ready; it fails with the
     *     cook's exception if a dish is burnt
     */
    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        // TODO: give the cook the first order, and each further order when the dish before it is ready.
        throw new UnsupportedOperationException("TODO: serveOneByOne gives the cook one order after the other");
    }

    /**
     * Serves all dishes at the same time: every order goes to the cook before any dish is ready. Returns at once.
     *
     * @return a future of all dishes in the order of the orders, complete when the last is ready; it fails with the
     *     cook's exception if a dish is burnt
     */
    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        // TODO: give the cook every order, then give back one future for all dishes.
        throw new UnsupportedOperationException("TODO: serveAll gives the cook every order, then waits once");
    }
}
