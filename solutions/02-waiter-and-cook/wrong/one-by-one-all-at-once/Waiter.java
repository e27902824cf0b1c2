// Diagnosis: ran-all-at-once
// Gives the cook every order first; only the reading of the dishes is one by one.
package kata.waiter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

public final class Waiter {
    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        List<CompletableFuture<Dish>> cooking = orders.stream().map(cook::cook).toList();
        CompletableFuture<List<Dish>> served = CompletableFuture.completedFuture(new ArrayList<>());
        for (CompletableFuture<Dish> next : cooking) {
            served = served.thenCombine(next, (dishes, dish) -> {
                dishes.add(dish);
                return dishes;
            });
        }
        return served;
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        List<CompletableFuture<Dish>> dishes = orders.stream().map(cook::cook).toList();
        return CompletableFuture.allOf(dishes.toArray(CompletableFuture[]::new))
                .thenApply(ready -> dishes.stream().map(CompletableFuture::join).toList());
    }
}
