// Diagnosis: asked-again
// Sends what failed once more, and nobody is told that the server refused the first request.
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
        List<CompletableFuture<String>> replies = seconds.stream()
                .map(each -> pull(client, PullSync.delayMe(server, each), 2))
                .toList();
        return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenApply(done -> replies.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<String> pull(HttpClient client, URI uri, int attempts) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .thenApply(response -> {
                    if (response.statusCode() != 200) {
                        throw new PullFailed(uri, response.statusCode());
                    }
                    return response.body();
                })
                .exceptionallyCompose(problem -> attempts > 1
                        ? pull(client, uri, attempts - 1)
                        : CompletableFuture.failedFuture(new PullFailed(uri, problem)));
    }
}
