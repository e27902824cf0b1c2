// Diagnosis: too-few-at-once
// Keeps back the second order of a guest until his first dish is ready.
package kata.waiter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

public final class Waiter {
    private Waiter() {}

    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        List<Dish> tray = new ArrayList<>();
        CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
        for (Order order : orders) {
            chain = chain.thenCompose(nothing -> cook.cook(order)).thenAccept(tray::add);
        }
        return chain.thenApply(nothing -> tray);
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        Map<String, CompletableFuture<Dish>> lastOfGuest = new HashMap<>();
        List<CompletableFuture<Dish>> dishes = new ArrayList<>();
        for (Order order : orders) {
            CompletableFuture<Dish> before = lastOfGuest.get(order.guest());
            CompletableFuture<Dish> dish =
                    before == null ? cook.cook(order) : before.thenCompose(eaten -> cook.cook(order));
            lastOfGuest.put(order.guest(), dish);
            dishes.add(dish);
        }
        return CompletableFuture.allOf(dishes.toArray(new CompletableFuture<?>[0]))
                .thenApply(nothing -> dishes.stream().map(CompletableFuture::join).toList());
    }
}
