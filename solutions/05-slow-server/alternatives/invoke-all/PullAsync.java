package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kata.slowserver.given.PullSync;

/** A pool as large as the work, and one more thread that waits for all of it. */
public final class PullAsync {
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        ExecutorService pool = Executors.newFixedThreadPool(seconds.size() + 1);
        List<Callable<String>> pulls = seconds.stream()
                .map(each -> (Callable<String>) () -> PullSync.pull(client, PullSync.delayMe(server, each)))
                .toList();
        return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return pool.invokeAll(pulls).stream().map(PullAsync::body).toList();
                            } catch (InterruptedException problem) {
                                throw new CompletionException(problem);
                            }
                        },
                        pool)
                .whenComplete((bodies, problem) -> pool.shutdown());
    }

    private static String body(Future<String> reply) {
        try {
            return reply.get();
        } catch (Exception problem) {
            throw new CompletionException(problem.getCause());
        }
    }
}
