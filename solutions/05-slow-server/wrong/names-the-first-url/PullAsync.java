// Diagnosis: unnamed-failure
// Where all futures have come together nobody knows any more which one failed; the first URL is a guess.
package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.slowserver.given.PullFailed;
import kata.slowserver.given.PullSync;

public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        List<CompletableFuture<HttpResponse<String>>> replies = seconds.stream()
                .map(each -> HttpRequest.newBuilder(PullSync.delayMe(server, each)).build())
                .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
                .toList();
        URI first = PullSync.delayMe(server, seconds.isEmpty() ? 0 : seconds.get(0));
        return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .handle((done, problem) -> {
                    if (problem != null) {
                        throw new PullFailed(first, problem);
                    }
                    return replies.stream().map(reply -> body(first, reply.join())).toList();
                });
    }

    private static String body(URI uri, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new PullFailed(uri, response.statusCode());
        }
        return response.body();
    }
}
