package kata.coroutine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.coroutine.given.Coro;
import kata.coroutine.given.Task;

/**
 * Made is not started: a coroutine runs when it is awaited, a task from the moment it is created.
 * Check it with {@code ./kata check 03}, or {@code mvn test} in this folder.
 */
public final class Coroutines {
    private Coroutines() {}

    /**
     * Makes a coroutine of this body, and runs nothing yet.
     *
     * @param body begins the work and gives the future of its result; it may also throw at once, which is a failure
     *     of the work like any other. Each coroutine calls it at most once
     */
    public static <T> Coro<T> coro(Supplier<CompletableFuture<T>> body) {
        // TODO: give back a Coro that calls the body when it is first awaited, and never again.
        throw new UnsupportedOperationException("TODO: coro keeps its body and runs it when it is first awaited");
    }

    /**
     * Starts a coroutine that was made by {@link #coro}, unless it was started before. Returns at once and does not
     * throw, even if the work fails.
     */
    public static <T> Task<T> createTask(Coro<T> coro) {
        // TODO: start the coroutine now, and give back a Task that knows its result.
        throw new UnsupportedOperationException("TODO: createTask starts the coroutine and keeps its result");
    }
}
