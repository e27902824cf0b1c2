// Diagnosis: ran-again
// Keeps the outcome only where it is a good one, so each await runs a failed body again.
package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        AtomicReference<CompletableFuture<T>> outcome = new AtomicReference<>();
        return () -> outcome.updateAndGet(
                before -> before == null || before.isCompletedExceptionally() ? run(body) : before);
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        CompletableFuture<T> outcome = coro.await();
        return () -> outcome;
    }

    private static <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> body) {
        try {
            return body.get();
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
