package kata.countasync.given;

import java.util.concurrent.CompletableFuture;

/** Lets time pass without holding a thread. Given: do not change it. */
public interface Pause {

    /**
     * Begins a pause and returns at once.
     *
     * @param id which count is pausing
     * @param seconds how long, in the lesson's seconds; the tests play them faster
     * @return a future that completes by itself when the pause is over
     */
    CompletableFuture<Void> seconds(String id, int seconds);
}
