package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

/** An open future, and a task on the executor that completes it in either way. */
public final class RealAsync {
    private RealAsync() {}

    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> pulled = new CompletableFuture<>();
        io.execute(() -> {
            try {
                pulled.complete(client.get(uri));
            } catch (Exception problem) {
                pulled.completeExceptionally(problem);
            }
        });
        return pulled;
    }
}
