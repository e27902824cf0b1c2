// Diagnosis: too-few-at-once
// Four threads wait for their bodies, so the fifth task begins when one of them has ended.
package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private static final Executor POOL = Executors.newFixedThreadPool(4);

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        AtomicBoolean begun = new AtomicBoolean();
        return () -> {
            if (begun.compareAndSet(false, true)) {
                POOL.execute(() -> {
                    try {
                        outcome.complete(body.get().join());
                    } catch (RuntimeException problem) {
                        outcome.completeExceptionally(problem);
                    }
                });
            }
            return outcome;
        };
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        CompletableFuture<T> outcome = coro.await();
        return () -> outcome;
    }
}
