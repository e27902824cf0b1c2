package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

/** Keeps the outcome of the first run, so there is no second. */
public final class Coroutines {
    private Coroutines() {}

    /** Until somebody awaits it, there is only the body; from then on, there is the outcome of its run. */
    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        return new Coro<>() {
            private CompletableFuture<T> outcome;

            @Override
            public CompletableFuture<T> await() {
                if (outcome == null) {
                    outcome = run(body);
                }
                return outcome;
            }
        };
    }

    /** To start is to await once, and not to wait: the work goes on by itself. */
    public static <T> Task<T> createTask(Coro<T> coro) {
        CompletableFuture<T> outcome = coro.await();
        return () -> outcome;
    }

    /** A body that throws has failed like any other; those who await it should learn of it, not whoever starts it. */
    private static <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> body) {
        try {
            return body.get();
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
