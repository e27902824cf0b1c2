// Diagnosis: swallowed-error
// Takes the client's own exception for a wrapper, and passes on only its cause.
package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> page = new CompletableFuture<>();
        io.execute(() -> {
            try {
                page.complete(client.get(uri));
            } catch (Exception problem) {
                page.completeExceptionally(problem.getCause() == null ? problem : problem.getCause());
            }
        });
        return page;
    }
}
