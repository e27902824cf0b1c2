// Diagnosis: threw-at-the-caller
// Lets what the body throws fly out of createTask.
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
                    outcome = body.get();
                }
                return outcome;
            }
        };
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        CompletableFuture<T> outcome = coro.await();
        return () -> outcome;
    }
}
