package kata.waiter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/** The same cook, the same orders: what differs is only when the next order goes into the kitchen. */
public final class Waiter {
    private Waiter() {}

    /** The next order is inside thenCompose, so the cook gets it when the dish before it is ready. */
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
        return List.copyOf(all);
    }

    /** toList() gives the cook every order; join() after allOf waits for nothing, it only reads. */
    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        List<CompletableFuture<Dish>> dishes = orders.stream().map(cook::cook).toList();
        return CompletableFuture.allOf(dishes.toArray(CompletableFuture[]::new))
                .thenApply(allReady -> dishes.stream().map(CompletableFuture::join).toList());
    }
}
