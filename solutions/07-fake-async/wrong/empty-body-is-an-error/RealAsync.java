// Diagnosis: wrong-result
// Makes a failure of a reply whose body is empty, though the client threw nothing.
package kata.fakeasync;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> page = new CompletableFuture<>();
        io.execute(() -> {
            try {
                String body = client.get(uri);
                if (body.isBlank()) {
                    throw new IOException("no reply from " + uri);
                }
                page.complete(body);
            } catch (Exception problem) {
                page.completeExceptionally(problem);
            }
        });
        return page;
    }
}
