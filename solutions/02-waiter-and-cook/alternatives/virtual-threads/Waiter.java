package kata.waiter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;
import kata.waiter.given.WaiterSync;

/** Blocking code on virtual threads: it reads like the twin, and no thread of the machine stands still. */
public final class Waiter {
    private Waiter() {}

    /** One virtual thread may stand in the kitchen for everybody: it holds no thread of the machine. */
    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        return promise(() -> WaiterSync.serve(orders, cook));
    }

    /** A virtual thread for each order, and one that waits for them all. */
    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        return promise(() -> {
            try (ExecutorService kitchen = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Dish>> cooking = new ArrayList<>();
                for (Order order : orders) {
                    cooking.add(kitchen.submit(() -> cook.cookWhileYouWait(order)));
                }
                List<Dish> dishes = new ArrayList<>();
                for (Future<Dish> dish : cooking) {
                    dishes.add(dish.get());
                }
                return dishes;
            }
        });
    }

    private static <T> CompletableFuture<T> promise(Callable<T> work) {
        CompletableFuture<T> promise = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                promise.complete(work.call());
            } catch (Exception problem) {
                promise.completeExceptionally(problem);
            }
        });
        return promise;
    }
}
