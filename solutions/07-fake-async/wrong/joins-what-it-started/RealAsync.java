// Diagnosis: blocked-the-loop
// Hands the call to io, and then waits for it on the loop.
package kata.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        String body = CompletableFuture.supplyAsync(() -> get(client, uri), io).join();
        return CompletableFuture.completedFuture(body);
    }

    private static String get(BlockingClient client, URI uri) {
        try {
            return client.get(uri);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
