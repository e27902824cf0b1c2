// Diagnosis: blocked-the-loop
// Waits on the loop with get() before it gives the future back.
package kata.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> pulled = CompletableFuture.supplyAsync(() -> get(client, uri), io);
        try {
            pulled.get();
        } catch (InterruptedException | ExecutionException problem) {
            pulled.completeExceptionally(problem);
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
