package kata.bounded.given;

import java.util.concurrent.CompletableFuture;

/** Work on an item that takes its time and holds no thread meanwhile. Given: do not change it. */
@FunctionalInterface
public interface Job<T, R> {

    /**
     * Starts to work on an item and returns at once. From this call until the future completes the job is under way,
     * and counts.
     *
     * @return a future of the result; it may fail
     * @throws RuntimeException if the work cannot even be started
     */
    CompletableFuture<R> start(T item);
}
