// Diagnosis: blocked-the-caller
// Sees nothing to overlap in one request alone, and waits for it with the synchronous twin.
package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.slowserver.given.PullFailed;
import kata.slowserver.given.PullSync;

public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        if (seconds.size() == 1) {
            try {
                return CompletableFuture.completedFuture(PullSync.pullAll(client, server, seconds));
            } catch (PullFailed problem) {
                return CompletableFuture.failedFuture(problem);
            }
        }
        List<CompletableFuture<String>> replies = seconds.stream()
                .map(each -> pull(client, PullSync.delayMe(server, each)))
                .toList();
        return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenApply(done -> replies.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<String> pull(HttpClient client, URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .handle((response, problem) -> {
                    if (problem != null) {
                        throw new PullFailed(uri, problem);
                    }
                    if (response.statusCode() != 200) {
                        throw new PullFailed(uri, response.statusCode());
                    }
                    return response.body();
                });
    }
}
