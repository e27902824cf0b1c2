package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.slowserver.given.PullFailed;
import kata.slowserver.given.PullSync;

/** Adds one reply to the list after another, though all of them were asked for before. */
public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        List<CompletableFuture<String>> replies = new ArrayList<>();
        for (int each : seconds) {
            replies.add(pull(client, PullSync.delayMe(server, each)));
        }
        CompletableFuture<List<String>> all = CompletableFuture.completedFuture(List.of());
        for (CompletableFuture<String> reply : replies) {
            all = all.thenCombine(reply, (before, body) -> {
                List<String> longer = new ArrayList<>(before);
                longer.add(body);
                return longer;
            });
        }
        return all;
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
