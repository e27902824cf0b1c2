// Diagnosis: ran-one-after-another
// Wraps what the synchronous twin brings in a future that is already complete.
package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.slowserver.given.PullSync;

public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        return CompletableFuture.completedFuture(PullSync.pullAll(client, server, seconds));
    }
}
