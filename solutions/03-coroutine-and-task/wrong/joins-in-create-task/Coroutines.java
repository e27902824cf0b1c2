// Diagnosis: blocked-the-caller
// Waits for the result inside createTask and wraps what it got in a future.
package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        return new Coro<>() {
            private CompletableFuture<T> outcome;

            @Override
            public CompletableFuture<T> await() {
                if (outcome == null) {
                    outcome = run(body);
                }
                return outcome;
            }
        };
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        T value = coro.await().join();
        return () -> CompletableFuture.completedFuture(value);
    }

    private static <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> body) {
        try {
            return body.get();
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
