package kata.fakeasync;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

/** A chain whose one step that blocks says where it runs: thenApplyAsync with the executor, not thenApply. */
public final class RealAsync {
    private RealAsync() {}

    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        return CompletableFuture.completedFuture(uri).thenApplyAsync(
                page -> {
                    try {
                        return client.get(page);
                    } catch (IOException problem) {
                        throw new CompletionException(problem);
                    }
                },
                io);
    }
}
