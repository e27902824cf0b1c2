package kata.slowserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Ask a slow server three things at once: it is slow, but it can be slow three times at the same time.
 * Check it with {@code ./kata check 05}, or {@code mvn test} in this folder.
 */
public final class PullAsync {
    private PullAsync() {}

    /**
     * Sends a request for each delay ({@code PullSync.delayMe} makes its URL), all before the first reply is there.
     * Returns at once; no worker of the common pool waits for the network.
     *
     * <p>If a status is not 200, or a connection is cut, the future fails, and the message of its exception (or of a
     * cause) names the URL that failed and no other. No request is sent a second time.
     *
     * @param client sends the requests; it is the caller's, so leave it open
     * @param seconds how long the server is to wait with each reply, all different
     * @return a future of the replies, in the order of {@code seconds}
     */
    public static CompletableFuture<List<String>> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        // TODO: send every request, then give back one future for all replies.
        throw new UnsupportedOperationException("TODO: pullAll sends every request before it waits for a reply");
    }
}
