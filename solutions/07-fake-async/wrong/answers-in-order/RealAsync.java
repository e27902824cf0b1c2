// Diagnosis: waited-for-another
// Hands replies on in the order of the questions, a quick one after all slower ones before it.
package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    private static CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    private RealAsync() {}

    public static synchronized CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> reply = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return client.get(uri);
                    } catch (Throwable problem) {
                        throw new CompletionException(problem);
                    }
                },
                io);
        // Nobody is told of a page before those that were asked for earlier.
        CompletableFuture<Void> before = last.handle((body, problem) -> null);
        CompletableFuture<String> inTurn = before.thenCombine(reply, (nothing, body) -> body);
        last = inTurn;
        return inTurn;
    }
}
