// Diagnosis: blocked-the-loop
// Puts a future around the reply: the call has blocked the caller before there is a future.
package kata.fakeasync;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        try {
            return CompletableFuture.completedFuture(client.get(uri));
        } catch (IOException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
