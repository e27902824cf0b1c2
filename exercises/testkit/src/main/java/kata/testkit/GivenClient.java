package kata.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** The client that an answer is lent. The server knows its requests by their cookie, whichever way they are sent. */
public final class GivenClient implements AutoCloseable {
    private static final String COOKIE = "client=given";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new Mark())
            .build();

    private static final class Mark extends CookieHandler {
        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            return Map.of("Cookie", List.of(COOKIE));
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) {}
    }

    public HttpClient client() {
        return client;
    }

    /** Whether this request was sent by this client, or by another of its kind. */
    public boolean sent(HttpExchange exchange) {
        return COOKIE.equals(exchange.getRequestHeaders().getFirst("Cookie"));
    }

    /**
     * Whether whoever lent it can still send requests with it.
     *
     * @param uri of a server that answers this at once, with any status
     */
    public boolean isOpen(URI uri) {
        try {
            client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
            return true;
        } catch (InterruptedIOException | InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException shutDown) {
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
