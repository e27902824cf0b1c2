// Diagnosis: blocked-the-loop
// Waits at a latch until a thread of io has taken the task up, "so that the request is surely under way": the loop
// stands still for as long as io has no thread free.
package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

public final class RealAsync {
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> reply = new CompletableFuture<>();
        CountDownLatch takenUp = new CountDownLatch(1);
        io.execute(() -> {
            takenUp.countDown();
            try {
                reply.complete(client.get(uri));
            } catch (Exception problem) {
                reply.completeExceptionally(problem);
            }
        });
        try {
            takenUp.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }
}
