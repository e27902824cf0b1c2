// Diagnosis: ran-again
// Remembers the run in the task, so a second task of the same coroutine runs it again.
package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private Coroutines() {}

    private record Recipe<T>(Supplier<CompletableFuture<T>> body, CompletableFuture<T>[] kept) implements Coro<T> {
        @Override
        public CompletableFuture<T> await() {
            if (kept[0] == null) {
                kept[0] = run(body);
            }
            return kept[0];
        }
    }

    @SuppressWarnings("unchecked")
    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        return new Recipe<>(body, new CompletableFuture[1]);
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        CompletableFuture<T> outcome = run(((Recipe<T>) coro).body());
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
