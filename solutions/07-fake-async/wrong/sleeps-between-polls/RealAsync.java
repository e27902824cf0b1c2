// Diagnosis: blocking-call
// Asks every few milliseconds, and sleeps on the loop in between.
package kata.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> pulled = CompletableFuture.supplyAsync(() -> get(client, uri), io);
        try {
            while (!pulled.isDone()) {
                Thread.sleep(5);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return pulled;
    }

    private static String get(BlockingClient client, URI uri) {
        try {
            return client.get(uri);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
