package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.slowserver.given.PullFailed;
import kata.slowserver.given.PullSync;

/** All requests are sent before the first reply is looked at; the list of futures keeps their order. */
public final class PullAsync {
    private PullAsync() {}

    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        List<CompletableFuture<String>> replies = seconds.stream()
                .map(each -> pull(client, PullSync.delayMe(server, each)))
                .toList();
        // Behind allOf every join gives its value at once.
        return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenApply(done -> replies.stream().map(CompletableFuture::join).toList());
    }

    /** A refusal is a reply like any other to the client; a cut connection is not. Both must say which URL it was. */
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
