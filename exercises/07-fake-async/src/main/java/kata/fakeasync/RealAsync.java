package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

/**
 * Make a blocking call asynchronous for real: the thread that asks goes on, another one waits.
 * Check it with {@code ./kata check 07}, or {@code mvn test} in this folder.
 */
public final class RealAsync {
    private RealAsync() {}

    /**
     * Pulls a page without holding the thread that asks for it, which is an event loop's only one.
     *
     * @param client blocks the thread that calls it; call {@code get} once, on a thread of {@code io}
     * @param io the executor that the program keeps for calls that block, with threads enough for all of them
     * @return at once, a future that ends when the client has replied: with the body, or, whichever exception the
     *     client threw, with that exception (as it is, or as the cause of another)
     */
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        // TODO: hand the blocking call to io, and give back a future of its outcome at once.
        throw new UnsupportedOperationException("TODO: pull hands the call to io and returns a future at once");
    }
}
