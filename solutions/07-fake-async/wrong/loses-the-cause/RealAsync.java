// Diagnosis: swallowed-error
// Throws an exception of its own that says nothing of the one it caught.
package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return client.get(uri);
                    } catch (Exception problem) {
                        throw new IllegalStateException("could not pull");
                    }
                },
                io);
    }
}
