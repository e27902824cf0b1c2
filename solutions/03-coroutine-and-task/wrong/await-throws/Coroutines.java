// Diagnosis: threw-at-the-caller
// createTask is guarded, but the first await() of a coroutine throws what its body throws.
package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        return new Lazy<>(body);
    }

    public static <T> Task<T> createTask(Coro<T> coro) {
        try {
            coro.await();
        } catch (RuntimeException thrown) {
            // whoever awaits the task will hear of it
        }
        return coro::await;
    }

    private static final class Lazy<T> implements Coro<T> {
        private final Supplier<CompletableFuture<T>> body;
        private CompletableFuture<T> run;

        private Lazy(Supplier<CompletableFuture<T>> body) {
            this.body = body;
        }

        @Override
        public CompletableFuture<T> await() {
            if (run == null) {
                try {
                    run = body.get();
                } catch (RuntimeException thrown) {
                    run = CompletableFuture.failedFuture(thrown);
                    throw thrown;
                }
            }
            return run;
        }
    }
}
