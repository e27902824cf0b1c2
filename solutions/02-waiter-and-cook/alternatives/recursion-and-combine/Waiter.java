package kata.waiter;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/** No loop: the rest of the orders is served by the same method, and two dishes at a time become one list. */
public final class Waiter {
    private Waiter() {}

    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        return orders.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : cook.cook(orders.get(0))
                        .thenCompose(first -> serveOneByOne(orders.subList(1, orders.size()), cook)
                                .thenApply(rest -> join(List.of(first), rest)));
    }

    /** The accumulator is built while the stream is read, so every order is in the kitchen when reduce returns. */
    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        return orders.stream()
                .map(order -> cook.cook(order).thenApply(List::of))
                .reduce(
                        CompletableFuture.completedFuture(List.of()),
                        (before, next) -> before.thenCombine(next, Waiter::join));
    }

    private static List<Dish> join(List<Dish> before, List<Dish> after) {
        return Stream.concat(before.stream(), after.stream()).toList();
    }
}
