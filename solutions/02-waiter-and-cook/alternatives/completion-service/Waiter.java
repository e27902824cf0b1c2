package kata.waiter;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/** Platform threads: one for one by one, one for each order for all, and a counter where ready dishes are picked up. */
public final class Waiter {
    private Waiter() {}

    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        ExecutorService waiter = Executors.newSingleThreadExecutor();
        List<CompletableFuture<Dish>> dishes = orders.stream()
                .map(order -> CompletableFuture.supplyAsync(() -> cook.cookWhileYouWait(order), waiter))
                .toList();
        waiter.shutdown();
        return CompletableFuture.supplyAsync(
                () -> dishes.stream().map(CompletableFuture::join).toList(), task -> new Thread(task).start());
    }

    /** Dishes are taken as they get ready, and put where their order stands in the list. */
    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        CompletableFuture<List<Dish>> served = new CompletableFuture<>();
        Thread.ofPlatform().name("head-waiter").start(() -> {
            record Ready(int place, Dish dish) {}
            try (ExecutorService waiters = Executors.newFixedThreadPool(Math.max(1, orders.size()))) {
                ExecutorCompletionService<Ready> pass = new ExecutorCompletionService<>(waiters);
                for (int i = 0; i < orders.size(); i++) {
                    int place = i;
                    pass.submit(() -> new Ready(place, cook.cookWhileYouWait(orders.get(place))));
                }
                Dish[] dishes = new Dish[orders.size()];
                for (int i = 0; i < dishes.length; i++) {
                    Ready ready = pass.take().get();
                    dishes[ready.place()] = ready.dish();
                }
                served.complete(List.of(dishes));
            } catch (ExecutionException problem) {
                served.completeExceptionally(problem.getCause());
            } catch (InterruptedException problem) {
                served.completeExceptionally(problem);
            }
        });
        return served;
    }
}
