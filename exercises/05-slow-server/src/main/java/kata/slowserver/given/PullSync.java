package kata.slowserver.given;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** The synchronous twin: it waits for each reply before it sends the next request. Given, to compare with. */
public final class PullSync {
    private PullSync() {}

    /** What to ask the server for, so that it waits for so many seconds before it replies. */
    public static URI delayMe(URI server, int seconds) {
        return server.resolve("/delay-me?seconds=" + seconds);
    }

    /**
     * Sends one request and waits for its reply.
     *
     * @return the reply's body, as in "Done, I waited for 10 secs"
     * @throws PullFailed if the status is not 200, or there was no reply
     */
    public static String pull(HttpClient client, URI uri) {
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new PullFailed(uri, response.statusCode());
            }
            return response.body();
        } catch (IOException | InterruptedException problem) {
            throw new PullFailed(uri, problem);
        }
    }

    /** Pulls one after another. */
    public static List<String> pullAll(HttpClient client, URI server, List<Integer> seconds) {
        List<String> replies = new ArrayList<>();
        for (int each : seconds) {
            replies.add(pull(client, delayMe(server, each)));
        }
        return replies;
    }
}
