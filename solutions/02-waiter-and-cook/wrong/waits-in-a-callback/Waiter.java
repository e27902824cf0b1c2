// Diagnosis: blocked-a-callback
// Joins the next dishes inside thenApply, on the very thread that should make them ready.
package kata.waiter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

public final class Waiter {
    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        if (orders.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return cook.cook(orders.get(0)).thenApply(first -> {
            List<Dish> dishes = new ArrayList<>();
            dishes.add(first);
            for (Order order : orders.subList(1, orders.size())) {
                dishes.add(cook.cook(order).join());
            }
            return dishes;
        });
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        List<CompletableFuture<Dish>> dishes = orders.stream().map(cook::cook).toList();
        return CompletableFuture.allOf(dishes.toArray(CompletableFuture[]::new))
                .thenApply(ready -> dishes.stream().map(CompletableFuture::join).toList());
    }
}
