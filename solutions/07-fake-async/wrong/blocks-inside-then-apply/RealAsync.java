// Diagnosis: blocked-the-loop
// thenApply on a future that is done already runs its function on the calling thread.
package kata.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        return CompletableFuture.completedFuture(uri).thenApply(page -> get(client, page));
    }

    private static String get(BlockingClient client, URI uri) {
        try {
            return client.get(uri);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
