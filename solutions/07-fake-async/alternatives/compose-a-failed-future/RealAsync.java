package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;
import kata.fakeasync.given.FakeAsync;

/** The fake, called where it may block: the future that comes out of the executor is unfolded by thenCompose. */
public final class RealAsync {
    private RealAsync() {}

    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        return CompletableFuture.supplyAsync(() -> FakeAsync.pull(client, uri, io), io)
                .thenCompose(pulled -> pulled);
    }
}
