// Diagnosis: swallowed-error
// Prints the exception where it is caught and goes on with an empty body.
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
                        System.err.println("could not pull " + uri);
                        return "";
                    }
                },
                io);
    }
}
