// Diagnosis: too-few-at-once
// Sixteen threads wait for their bodies, so the seventeenth task begins when one of them has ended.
package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(16);

    private Coroutines() {}

    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        return new Coro<>() {
            private CompletableFuture<T> outcome;

            @Override
            public CompletableFuture<T> await() {
                if (outcome == null) {
                    outcome = CompletableFuture.supplyAsync(() -> body.get().join(), POOL);
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
