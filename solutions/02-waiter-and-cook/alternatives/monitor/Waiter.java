package kata.waiter;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kata.waiter.given.Cook;
import kata.waiter.given.Dish;
import kata.waiter.given.Order;

/** A thread for each table, which waits on a monitor until the cook calls. */
public final class Waiter {
    private Waiter() {}

    public static CompletableFuture<List<Dish>> serveOneByOne(List<Order> orders, Cook cook) {
        return onAThread(() -> {
            Hatch hatch = new Hatch(orders.size());
            for (int place = 0; place < orders.size(); place++) {
                hatch.expect(place, cook.cook(orders.get(place)));
                hatch.waitFor(place + 1);
            }
            return hatch.dishes();
        });
    }

    public static CompletableFuture<List<Dish>> serveAll(List<Order> orders, Cook cook) {
        return onAThread(() -> {
            Hatch hatch = new Hatch(orders.size());
            for (int place = 0; place < orders.size(); place++) {
                hatch.expect(place, cook.cook(orders.get(place)));
            }
            hatch.waitFor(orders.size());
            return hatch.dishes();
        });
    }

    private static CompletableFuture<List<Dish>> onAThread(Callable<List<Dish>> work) {
        CompletableFuture<List<Dish>> served = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                served.complete(work.call());
            } catch (Exception problem) {
                served.completeExceptionally(problem);
            }
        });
        return served;
    }

    /** Where the cook puts the dishes, and calls. */
    private static final class Hatch {
        private final Dish[] dishes;
        private int ready;
        private Throwable burnt;

        private Hatch(int places) {
            dishes = new Dish[places];
        }

        private void expect(int place, CompletableFuture<Dish> cooking) {
            cooking.whenComplete((dish, problem) -> put(place, dish, problem));
        }

        private synchronized void put(int place, Dish dish, Throwable problem) {
            dishes[place] = dish;
            burnt = problem == null ? burnt : problem;
            ready++;
            notifyAll();
        }

        private synchronized void waitFor(int count) throws InterruptedException {
            while (ready < count && burnt == null) {
                wait();
            }
            if (burnt != null) {
                throw new CompletionException(burnt);
            }
        }

        private synchronized List<Dish> dishes() {
            return List.of(dishes);
        }
    }
}
