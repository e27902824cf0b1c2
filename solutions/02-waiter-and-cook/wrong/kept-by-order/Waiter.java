// Diagnosis: lost-result
// Keeps the futures in a map, where two equal orders are one.
package kata.waiter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

public final class Waiter {
    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        CompletableFuture<List<Dish>> served = CompletableFuture.completedFuture(List.of());
        for (Order order : orders) {
            served = served.thenCompose(before -> cook.cook(order).thenApply(dish -> and(before, dish)));
        }
        return served;
    }

    private static List<Dish> and(List<Dish> before, Dish dish) {
        List<Dish> all = new ArrayList<>(before);
        all.add(dish);
        return all;
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        Map<Order, CompletableFuture<Dish>> dishes = new LinkedHashMap<>();
        orders.forEach(order -> dishes.put(order, cook.cook(order)));
        return CompletableFuture.allOf(dishes.values().toArray(CompletableFuture[]::new))
                .thenApply(ready -> orders.stream()
                        .map(order -> dishes.get(order).join())
                        .toList());
    }
}
