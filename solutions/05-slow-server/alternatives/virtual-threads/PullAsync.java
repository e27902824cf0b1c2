package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kata.slowserver.given.PullSync;

/** The synchronous twin's own call, on a virtual thread for each request. */
public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        CompletableFuture<List<String>> all = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> replies = new ArrayList<>();
                for (int each : seconds) {
                    replies.add(threads.submit(() -> PullSync.pull(client, PullSync.delayMe(server, each))));
                }
                List<String> bodies = new ArrayList<>();
                for (Future<String> reply : replies) {
                    bodies.add(reply.get());
                }
                all.complete(bodies);
            } catch (ExecutionException problem) {
                all.completeExceptionally(problem.getCause());
            } catch (Exception problem) {
                all.completeExceptionally(problem);
            }
        });
        return all;
    }
}
