// Diagnosis: too-few-at-once
// Ten threads stand in the kitchen, so the eleventh order waits for the first dish.
package kata.waiter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

public final class Waiter {
    private static final Executor WAITERS = Executors.newFixedThreadPool(10);

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
        List<CompletableFuture<Dish>> dishes = orders.stream()
                .map(order -> CompletableFuture.supplyAsync(() -> cook.cookWhileYouWait(order), WAITERS))
                .toList();
        return CompletableFuture.allOf(dishes.toArray(CompletableFuture[]::new))
                .thenApply(ready -> dishes.stream().map(CompletableFuture::join).toList());
    }
}
