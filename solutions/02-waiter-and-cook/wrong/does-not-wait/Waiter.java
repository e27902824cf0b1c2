// Diagnosis: returned-too-early
// Starts all of them, and returns a list that is filled only later.
package kata.waiter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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
        List<Dish> dishes = new CopyOnWriteArrayList<>();
        orders.forEach(order -> cook.cook(order).thenAccept(dishes::add));
        return CompletableFuture.completedFuture(dishes);
    }
}
