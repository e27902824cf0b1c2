// Diagnosis: ran-again
// Each await calls the body, so the work is done again for everyone who asks.
package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        return () -> run(body);
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        coro.await();
        return coro::await;
    }

    private static <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> body) {
        try {
            return body.get();
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
