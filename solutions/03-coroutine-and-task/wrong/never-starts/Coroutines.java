// Diagnosis: never-started
// Hands out a future, and nobody ever runs the body that should complete it.
package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private Coroutines() {}

    private record Recipe<T>(Supplier<CompletableFuture<T>> body, CompletableFuture<T> outcome) implements Coro<T> {
        @Override
        public CompletableFuture<T> await() {
            return outcome;
        }
    }

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        return new Recipe<>(body, new CompletableFuture<>());
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        return coro::await;
    }
}
