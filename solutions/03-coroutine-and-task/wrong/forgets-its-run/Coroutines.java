// Diagnosis: ran-again
// Keeps only the value once the run is over, and takes a value of null for a coroutine that has not run yet.
package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        return new Coro<>() {
            private volatile CompletableFuture<T> running;
            private volatile T value;
            private volatile Throwable failure;

            @Override
            public CompletableFuture<T> await() {
                CompletableFuture<T> underWay = running;
                if (underWay != null) {
                    return underWay;
                }
                if (value != null) {
                    return CompletableFuture.completedFuture(value);
                }
                if (failure != null) {
                    return CompletableFuture.failedFuture(failure);
                }
                CompletableFuture<T> begun = run(body);
                running = begun;
                begun.whenComplete((got, problem) -> {
                    value = got;
                    failure = problem;
                    running = null;
                });
                return begun;
            }
        };
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
