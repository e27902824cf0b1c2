package kata.backpressure.given;

import java.util.concurrent.CompletableFuture;

/** Work on an item that takes its time and holds no thread meanwhile. Given: do not change it. */
@FunctionalInterface
public interface Work<T> {

    /**
     * Starts to work on an item and returns at once.
     *
     * @return a future that completes, on whatever thread, when the item is done; it may fail
     * @throws RuntimeException if the work cannot even be started
     */
    CompletableFuture<Void> start(T item);
}
