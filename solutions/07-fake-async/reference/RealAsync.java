package kata.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

/** The call blocks as it did before; what changes is whose thread it blocks. */
public final class RealAsync {
    private RealAsync() {}

    /** Nothing here touches the caller's thread: supplyAsync hands the work over, and carries a failure as well. */
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        return CompletableFuture.supplyAsync(() -> get(client, uri), io);
    }

    /** A Supplier may not throw a checked exception, so it travels as the cause of an unchecked one. */
    private static String get(BlockingClient client, URI uri) {
        try {
            return client.get(uri);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
