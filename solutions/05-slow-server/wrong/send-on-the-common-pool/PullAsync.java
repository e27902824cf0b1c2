// Diagnosis: blocked-the-common-pool
// Sends and waits on the workers of the common pool.
package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.slowserver.given.PullSync;

public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        List<CompletableFuture<String>> replies = seconds.stream()
                .map(each -> CompletableFuture.supplyAsync(
                        () -> PullSync.pull(client, PullSync.delayMe(server, each))))
                .toList();
        return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenApply(done -> replies.stream().map(CompletableFuture::join).toList());
    }
}
