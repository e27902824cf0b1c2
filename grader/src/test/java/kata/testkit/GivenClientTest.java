package kata.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GivenClientTest {
    private final GivenClient given = new GivenClient();
    private final List<Boolean> sent = new CopyOnWriteArrayList<>();
    private final Loopback server = new Loopback(exchange -> {
        try (exchange) {
            sent.add(given.sent(exchange));
            exchange.sendResponseHeaders(204, -1);
        }
    });
    private final URI uri = server.uri("/");

    @AfterEach
    void close() {
        given.close();
        server.close();
    }

    @Test
    void the_server_knows_the_given_client_from_another() {
        ask(given.client());
        try (HttpClient another = HttpClient.newHttpClient()) {
            ask(another);
        }

        assertThat(sent).containsExactly(true, false);
    }

    private void ask(HttpClient client) {
        client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .join();
    }

    @Test
    void it_is_open_until_somebody_shuts_it_down() {
        assertThat(given.isOpen(uri)).isTrue();

        given.client().shutdown();

        assertThat(given.isOpen(uri)).isFalse();
    }
}
