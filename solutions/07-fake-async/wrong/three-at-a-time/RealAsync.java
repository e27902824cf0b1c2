// Diagnosis: too-few-at-once
// Spares a server that nobody asked to spare: the fourth request queues.
package kata.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    private static final Semaphore PLACES = new Semaphore(3);

    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        return CompletableFuture.supplyAsync(() -> get(client, uri), io);
    }

    private static String get(BlockingClient client, URI uri) {
        PLACES.acquireUninterruptibly();
        try {
            return client.get(uri);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } finally {
            PLACES.release();
        }
    }
}
