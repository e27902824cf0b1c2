// Diagnosis: returned-too-early
// Counts a dish before it puts it on the tray: the last one comes there when the future is done already.
package kata.waiter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
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
        if (orders.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        CompletableFuture<List<Dish>> served = new CompletableFuture<>();
        Dish[] tray = new Dish[orders.size()];
        AtomicInteger missing = new AtomicInteger(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            int place = i;
            cook.cook(orders.get(i)).whenComplete((dish, burnt) -> {
                if (burnt != null) {
                    served.completeExceptionally(burnt);
                } else if (missing.decrementAndGet() == 0) {
                    served.complete(Arrays.asList(tray));
                }
                tray[place] = dish;
            });
        }
        return served;
    }
}
