// Diagnosis: swallowed-error
// Never looks at the status: a refusal counts as a reply.
package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.slowserver.given.PullSync;

public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        List<CompletableFuture<String>> replies = seconds.stream()
                .map(each -> HttpRequest.newBuilder(PullSync.delayMe(server, each)).build())
                .map(request -> client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body))
                .toList();
        return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenApply(done -> replies.stream().map(CompletableFuture::join).toList());
    }
}
