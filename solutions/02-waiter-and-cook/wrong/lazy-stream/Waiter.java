// Diagnosis: ran-one-after-another
// A stream is lazy: each order is cooked and joined before the next is looked at.
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
        return CompletableFuture.supplyAsync(() -> orders.stream()
                .map(order -> cook.cook(order))
                .map(dish -> dish.join())
                .toList());
    }
}
