package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

/**
 * The work hangs on a future that the first await completes. A future completes once, so the work runs once; and
 * what the body throws becomes the outcome by itself.
 */
public final class Coroutines {
    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        CompletableFuture<Void> shot = new CompletableFuture<>();
        CompletableFuture<T> outcome = shot.thenCompose(fired -> body.get());
        return () -> {
            shot.complete(null);
            return outcome;
        };
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        CompletableFuture<T> outcome = coro.await();
        return () -> outcome;
    }
}
