package kata.fakeasync.given;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The program that runs on the loop, twice. Given, to compare with. */
public final class PullAll {
    private PullAll() {}

    /** The synchronous twin: one request after another, on the calling thread. */
    public static List<String> oneByOne(BlockingClient client, List<URI> uris) throws IOException {
        List<String> bodies = new ArrayList<>();
        for (URI uri : uris) {
            bodies.add(client.get(uri));
        }
        return bodies;
    }

    /** Starts every pull, then waits once. Nothing is wrong here; whether it helps is up to what {@code pull} does. */
    public static CompletableFuture<List<String>> together(Puller puller, List<URI> uris) {
        List<CompletableFuture<String>> pulls = uris.stream().map(puller::pull).toList();
        return CompletableFuture.allOf(pulls.toArray(CompletableFuture[]::new))
                .thenApply(all -> pulls.stream().map(CompletableFuture::join).toList());
    }
}
