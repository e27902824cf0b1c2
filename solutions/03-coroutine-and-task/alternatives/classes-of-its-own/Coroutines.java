package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

/** A class for each of the two; those who await get copies, so none of them can end the work of the others. */
public final class Coroutines {
    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        return new Once<>(body);
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        return new Running<>(coro.await());
    }

    private record Running<T>(CompletableFuture<T> outcome) implements Task<T> {
        @Override
        public CompletableFuture<T> await() {
            return outcome.copy();
        }
    }
}
