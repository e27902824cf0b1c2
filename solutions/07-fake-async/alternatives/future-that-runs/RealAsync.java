package kata.fakeasync;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kata.fakeasync.given.BlockingClient;

/** The future and the task that completes it are one object. */
public final class RealAsync {
    private RealAsync() {}

    public static CompletableFuture<String> pull(BlockingClient client, URI uri, Executor io) {
        Pull pull = new Pull(client, uri);
        io.execute(pull);
        return pull;
    }

    private static final class Pull extends CompletableFuture<String> implements Runnable {
        private final BlockingClient client;
        private final URI uri;

        private Pull(BlockingClient client, URI uri) {
            this.client = client;
            this.uri = uri;
        }

        @Override
        public void run() {
            try {
                complete(client.get(uri));
            } catch (Throwable problem) {
                completeExceptionally(new IllegalStateException("Could not pull " + uri, problem));
            }
        }
    }
}
