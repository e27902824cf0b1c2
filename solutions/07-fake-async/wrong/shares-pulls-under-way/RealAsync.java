// Diagnosis: faked
// A second pull of an address that is under way gets the future of the first.
package kata.fakeasync;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    private static final Map<URI, CompletableFuture<String>> UNDER_WAY = new ConcurrentHashMap<>();

    private RealAsync() {}

    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> earlier = UNDER_WAY.putIfAbsent(uri, mine);
        if (earlier != null) {
            return earlier; // somebody asks for the same page already
        }
        io.execute(() -> {
            try {
                String body = client.get(uri);
                UNDER_WAY.remove(uri);
                mine.complete(body);
            } catch (Throwable problem) {
                UNDER_WAY.remove(uri);
                mine.completeExceptionally(problem);
            }
        });
        return mine;
    }
}
