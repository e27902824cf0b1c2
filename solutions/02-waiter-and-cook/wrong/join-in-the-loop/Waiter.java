// Diagnosis: ran-one-after-another
// Joins inside the loop, so the cook gets the second order only when the first dish is ready.
package kata.waiter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

public final class Waiter {
    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        CompletableFuture<List<Dish>> served = CompletableFuture.completedFuture(new ArrayList<>());
        for (Order order : orders) {
            served = served.thenCompose(dishes -> cook.cook(order).thenApply(dish -> {
                dishes.add(dish);
                return dishes;
            }));
        }
        return served;
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        List<Dish> dishes = new ArrayList<>();
        for (Order order : orders) {
            dishes.add(cook.cook(order).join());
        }
        return CompletableFuture.completedFuture(dishes);
    }
}
