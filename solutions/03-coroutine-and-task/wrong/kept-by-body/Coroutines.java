// Diagnosis: never-started
// Keeps the outcomes by body, so a second coroutine of a body does not run.
package kata.coroutine;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

public final class Coroutines {
    private static final Map<Object, CompletableFuture<?>> OUTCOMES = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        return () -> (CompletableFuture<T>) OUTCOMES.computeIfAbsent(body, key -> run(body));
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
