// Diagnosis: swallowed-error
// The exception ends the virtual thread, and nothing ever completes the future.
package kata.waiter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

public final class Waiter {
    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        CompletableFuture<List<Dish>> served = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            List<Dish> dishes = new ArrayList<>();
            for (Order order : orders) {
                dishes.add(cook.cookWhileYouWait(order));
            }
            served.complete(dishes);
        });
        return served;
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        List<CompletableFuture<Dish>> dishes = orders.stream().map(cook::cook).toList();
        return CompletableFuture.allOf(dishes.toArray(CompletableFuture[]::new))
                .thenApply(ready -> dishes.stream().map(CompletableFuture::join).toList());
    }
}
