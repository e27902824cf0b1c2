// Diagnosis: completion-order
// Each reply adds itself to one list, in the order in which they come.
package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.slowserver.given.PullFailed;
import kata.slowserver.given.PullSync;

public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        return CompletableFuture.allOf(seconds.stream()
                        .map(each -> pull(client, PullSync.delayMe(server, each)).thenAccept(bodies::add))
                        .toArray(CompletableFuture[]::new))
                .thenApply(done -> bodies);
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
