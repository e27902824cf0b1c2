package kata.eventloop.given;

import java.util.concurrent.CompletableFuture;

/** Lets a second of the lesson pass without holding a thread. Given: do not change it. */
@FunctionalInterface
public interface Pause {

    /** Begins a pause and returns at once; the future completes when it is over. */
    CompletableFuture<Void> second();
}
