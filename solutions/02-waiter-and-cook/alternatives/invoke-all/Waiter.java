package kata.waiter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/** The same code twice: how many waiters there are decides whether it is one by one or all at once. */
public final class Waiter {
    private Waiter() {}

    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        return inBackground(Executors.newSingleThreadExecutor(), orders, cook);
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        return inBackground(Executors.newCachedThreadPool(), orders, cook);
    }

    /** invokeAll returns when the last dish is ready, with the futures in the order of the orders. */
    private static CompletableFuture<List<Dish>> inBackground(ExecutorService waiters, List<Order> orders, Cook cook) {
        CompletableFuture<List<Dish>> served = new CompletableFuture<>();
        new Thread(() -> {
            try (waiters) {
                List<Callable<Dish>> errands = new ArrayList<>();
                for (Order order : orders) {
                    errands.add(() -> cook.cook(order).get());
                }
                List<Dish> dishes = new ArrayList<>();
                for (Future<Dish> dish : waiters.invokeAll(errands)) {
                    dishes.add(dish.get());
                }
                served.complete(dishes);
            } catch (InterruptedException | ExecutionException problem) {
                served.completeExceptionally(problem);
            }
        }).start();
        return served;
    }
}
