package kata.coroutine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

/** Every body begins on one thread, a loop that waits on a monitor; no body holds it for longer than that. */
public final class Coroutines {
    private static final Loop LOOP = new Loop();

    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        AtomicBoolean begun = new AtomicBoolean();
        return () -> {
            if (begun.compareAndSet(false, true)) {
                LOOP.post(() -> begin(body, outcome));
            }
            return outcome;
        };
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        CompletableFuture<T> outcome = coro.await();
        return () -> outcome;
    }

    private static <T> void begin(Supplier<CompletableFuture<T>> body, CompletableFuture<T> outcome) {
        try {
            body.get().whenComplete((value, problem) -> {
                if (problem == null) {
                    outcome.complete(value);
                } else {
                    outcome.completeExceptionally(problem);
                }
            });
        } catch (RuntimeException problem) {
            outcome.completeExceptionally(problem);
        }
    }

    /** Runs what it is given, in turn; without anything to run it waits. */
    private static final class Loop extends Thread {
        private final Queue<Runnable> todo = new ArrayDeque<>();

        private Loop() {
            setDaemon(true);
            start();
        }

        private synchronized void post(Runnable step) {
            todo.add(step);
            notifyAll();
        }

        private synchronized Runnable next() throws InterruptedException {
            while (todo.isEmpty()) {
                wait();
            }
            return todo.remove();
        }

        @Override
        public void run() {
            try {
                while (true) {
                    next().run();
                }
            } catch (InterruptedException over) {
                interrupt();
            }
        }
    }
}
