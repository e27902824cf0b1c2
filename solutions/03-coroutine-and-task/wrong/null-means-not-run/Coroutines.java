// Diagnosis: ran-again
// Takes a value of null for a coroutine that has not run yet.
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
                boolean isThere = outcome != null
                        && (!outcome.isDone() || outcome.isCompletedExceptionally() || outcome.join() != null);
                if (!isThere) {
                    outcome = run(body);
                }
                return outcome;
            }
        };
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
