package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import kata.fakeasync.given.BlockingClient;

/** A FutureTask on the executor does the work; a virtual thread, which may wait, passes its outcome on. */
public final class RealAsync {
    private RealAsync() {}

    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        CompletableFuture<String> pulled = new CompletableFuture<>();
        FutureTask<String> task = new FutureTask<>(() -> client.get(uri));
        Thread.startVirtualThread(() -> {
            io.execute(task);
            try {
                pulled.complete(task.get());
            } catch (ExecutionException problem) {
                pulled.completeExceptionally(problem.getCause());
            } catch (InterruptedException problem) {
                pulled.completeExceptionally(problem);
            }
        });
        return pulled;
    }
}
