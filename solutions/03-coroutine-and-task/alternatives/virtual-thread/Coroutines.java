package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

/** The work runs on a virtual thread, which may wait for it; an atomic flag lets only the first await start one. */
public final class Coroutines {
    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        AtomicBoolean begun = new AtomicBoolean();
        return () -> {
            if (begun.compareAndSet(false, true)) {
                Thread.startVirtualThread(() -> {
                    try {
                        outcome.complete(body.get().join());
                    } catch (Throwable problem) {
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
