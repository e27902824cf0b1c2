// Diagnosis: not-the-given-executor
// Keeps an unbounded pool of its own, which nobody closes, and leaves io aside.
package kata.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    private static final ExecutorService POOL = Executors.newCachedThreadPool();

    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        return CompletableFuture.supplyAsync(() -> get(client, uri), POOL);
    }

    private static String get(BlockingClient client, URI uri) {
        try {
            return client.get(uri);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
