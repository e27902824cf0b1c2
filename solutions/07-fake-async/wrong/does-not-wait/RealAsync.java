// Diagnosis: returned-too-early
// Starts the call and gives back a future that is done already.
package kata.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        StringBuilder body = new StringBuilder();
        CompletableFuture.runAsync(() -> body.append(get(client, uri)), io);
        return CompletableFuture.completedFuture(body.toString());
    }

    private static String get(BlockingClient client, URI uri) {
        try {
            return client.get(uri);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
