// Diagnosis: waited-for-another-table
// All calls share one thread, so the second table is served when the first has eaten.
package kata.waiter;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;
import kata.waiter.given.WaiterSync;

public final class Waiter {
    private static final Executor WAITER =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        return CompletableFuture.supplyAsync(() -> WaiterSync.serve(orders, cook), WAITER);
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        List<CompletableFuture<Dish>> dishes = orders.stream().map(cook::cook).toList();
        return CompletableFuture.allOf(dishes.toArray(CompletableFuture[]::new))
                .thenApply(ready -> dishes.stream().map(CompletableFuture::join).toList());
    }
}
