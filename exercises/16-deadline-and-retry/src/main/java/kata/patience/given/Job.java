package kata.patience.given;

import java.util.concurrent.CompletableFuture;

/** Work that takes its time and holds no thread meanwhile. Given: do not change it. */
@FunctionalInterface
public interface Job<T> {

    /**
     * Starts the work, anew with each call, and returns at once.
     *
     * @return a future of the result; it may fail. Who cancels it stops the work; nothing else does
     */
    CompletableFuture<T> start();
}
