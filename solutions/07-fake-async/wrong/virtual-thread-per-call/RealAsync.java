// Diagnosis: not-the-given-executor
// Blocks a virtual thread instead of a thread of io.
package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> pulled = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                pulled.complete(client.get(uri));
            } catch (Exception problem) {
                pulled.completeExceptionally(problem);
            }
        });
        return pulled;
    }
}
