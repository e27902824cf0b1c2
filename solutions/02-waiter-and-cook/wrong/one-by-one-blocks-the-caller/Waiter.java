// Diagnosis: blocked-the-caller
// Right order, right dishes; but the caller joins each of them before the future comes back.
package kata.waiter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

public final class Waiter {
    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        List<Dish> dishes = new ArrayList<>();
        for (Order order : orders) {
            dishes.add(cook.cook(order).join());
        }
        return CompletableFuture.completedFuture(dishes);
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        List<CompletableFuture<Dish>> dishes = orders.stream().map(cook::cook).toList();
        return CompletableFuture.allOf(dishes.toArray(CompletableFuture[]::new))
                .thenApply(ready -> dishes.stream().map(CompletableFuture::join).toList());
    }
}
