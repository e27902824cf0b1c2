// Diagnosis: returned-too-early
// Takes the reply to the longest delay for the last one; a late one is not waited for.
package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.slowserver.given.PullFailed;
import kata.slowserver.given.PullSync;

public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        if (seconds.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        List<CompletableFuture<String>> replies = seconds.stream()
                .map(each -> pull(client, PullSync.delayMe(server, each)))
                .toList();
        return replies.get(seconds.indexOf(Collections.max(seconds)))
                .thenApply(last -> replies.stream().map(each -> each.getNow(null)).toList());
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
