// Diagnosis: started-too-early
// supplyAsync starts the work at once, only on another thread.
package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        CompletableFuture<T> outcome = CompletableFuture.supplyAsync(body).thenCompose(begun -> begun);
        return () -> outcome;
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        CompletableFuture<T> outcome = coro.await();
        return () -> outcome;
    }
}
