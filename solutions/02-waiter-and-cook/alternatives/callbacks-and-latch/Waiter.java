package kata.waiter;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReferenceArray;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/** Callbacks by hand: what thenCompose and allOf do for you, written out. */
public final class Waiter {
    private Waiter() {}

    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        CompletableFuture<List<Dish>> served = new CompletableFuture<>();
        next(orders.iterator(), new ArrayList<>(), cook, served);
        return served;
    }

    /** Each dish that gets ready calls for the next one, until an iterator is at its end. */
    private static void next(
            Iterator<Order> orders, List<Dish> dishes, Cook cook, CompletableFuture<List<Dish>> served) {
        if (!orders.hasNext()) {
            served.complete(dishes);
            return;
        }
        cook.cook(orders.next()).whenComplete((dish, problem) -> {
            if (problem != null) {
                served.completeExceptionally(problem);
            } else {
                dishes.add(dish);
                next(orders, dishes, cook, served);
            }
        });
    }

    /** Fails as soon as one dish does; succeeds when a latch has counted them all. */
    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        CompletableFuture<List<Dish>> served = new CompletableFuture<>();
        AtomicReferenceArray<Dish> dishes = new AtomicReferenceArray<>(orders.size());
        CountDownLatch missing = new CountDownLatch(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            int place = i;
            cook.cook(orders.get(i)).whenComplete((dish, problem) -> {
                if (problem != null) {
                    served.completeExceptionally(problem);
                } else {
                    dishes.set(place, dish);
                }
                missing.countDown();
            });
        }
        Thread.ofVirtual().start(() -> {
            try {
                missing.await();
                List<Dish> inOrder = new ArrayList<>();
                for (int i = 0; i < dishes.length(); i++) {
                    inOrder.add(dishes.get(i));
                }
                served.complete(inOrder);
            } catch (InterruptedException stopped) {
                served.completeExceptionally(stopped);
            }
        });
        return served;
    }
}
