package kata.fakeasync.given;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Looks asynchronous and is not. Given, to compare with: leave it as it is and write {@code RealAsync}. */
public final class FakeAsync {
    private FakeAsync() {}

    /** Returns a future, as an asynchronous method does. But when does it return? And who did the work? */
    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        try {
            return CompletableFuture.completedFuture(client.get(uri));
        } catch (IOException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
