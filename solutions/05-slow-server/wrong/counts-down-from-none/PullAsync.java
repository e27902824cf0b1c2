// Diagnosis: never-finished
// Completes the future when the last reply is there. Of an empty list no reply is ever the last.
package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import kata.slowserver.given.PullFailed;
import kata.slowserver.given.PullSync;

public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        CompletableFuture<List<String>> all = new CompletableFuture<>();
        AtomicReferenceArray<String> bodies = new AtomicReferenceArray<>(seconds.size());
        AtomicInteger missing = new AtomicInteger(seconds.size());
        for (int i = 0; i < seconds.size(); i++) {
            int place = i;
            URI uri = PullSync.delayMe(server, seconds.get(i));
            client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .whenComplete((response, problem) -> {
                        if (problem != null) {
                            all.completeExceptionally(new PullFailed(uri, problem));
                        } else if (response.statusCode() != 200) {
                            all.completeExceptionally(new PullFailed(uri, response.statusCode()));
                        } else {
                            bodies.set(place, response.body());
                            if (missing.decrementAndGet() == 0) {
                                all.complete(IntStream.range(0, bodies.length())
                                        .mapToObj(bodies::get)
                                        .toList());
                            }
                        }
                    });
        }
        return all;
    }
}
