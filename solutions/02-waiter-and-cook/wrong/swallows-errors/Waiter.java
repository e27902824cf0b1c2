// Diagnosis: swallowed-error
// Turns a failure into null, so nobody hears of the burnt dish.
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
        List<CompletableFuture<Dish>> dishes = orders.stream()
                .map(order -> cook.cook(order).exceptionally(problem -> null))
                .toList();
        return CompletableFuture.allOf(dishes.toArray(CompletableFuture[]::new))
                .thenApply(ready -> dishes.stream().map(CompletableFuture::join).toList());
    }
}
