// Diagnosis: ran-one-after-another
// A lock around the blocking call lets only one request wait at a time.
package kata.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        return CompletableFuture.supplyAsync(
                () -> {
                    synchronized (RealAsync.class) {
                        return get(client, uri);
                    }
                },
                io);
    }

    private static String get(BlockingClient client, URI uri) {
        try {
            return client.get(uri);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
