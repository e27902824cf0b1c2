// Diagnosis: not-the-given-executor
// Starts a thread for each call and leaves io aside.
package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> pulled = new CompletableFuture<>();
        new Thread(() -> {
            try {
                pulled.complete(client.get(uri));
            } catch (Exception problem) {
                pulled.completeExceptionally(problem);
            }
        }).start();
        return pulled;
    }
}
