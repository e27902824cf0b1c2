// Diagnosis: wrong-result
// Carries the dishes on a static tray, where those of the table before still stand.
package kata.waiter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

public final class Waiter {
    private static final List<Dish> TRAY = Collections.synchronizedList(new ArrayList<>());

    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        CompletableFuture<?> served = CompletableFuture.completedFuture(null);
        for (Order order : orders) {
            served = served.thenCompose(before -> cook.cook(order)).thenAccept(TRAY::add);
        }
        return served.thenApply(ready -> TRAY);
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        List<CompletableFuture<Dish>> dishes = orders.stream().map(cook::cook).toList();
        return CompletableFuture.allOf(dishes.toArray(CompletableFuture[]::new))
                .thenApply(ready -> dishes.stream().map(CompletableFuture::join).toList());
    }
}
