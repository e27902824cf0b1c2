// Diagnosis: faked
// Makes up the reply from the address and never asks the client.
package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        String seconds = uri.getQuery().replaceAll("\\D", "");
        return CompletableFuture.supplyAsync(() -> "Done, I waited for " + seconds + " secs", io);
    }
}
