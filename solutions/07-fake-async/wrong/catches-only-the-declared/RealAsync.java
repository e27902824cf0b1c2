// Diagnosis: swallowed-error
// Completes the future for an IOException only; any other exception leaves it open for ever.
package kata.fakeasync;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> pulled = new CompletableFuture<>();
        io.execute(() -> {
            try {
                pulled.complete(client.get(uri));
            } catch (IOException problem) {
                pulled.completeExceptionally(problem);
            }
        });
        return pulled;
    }
}
