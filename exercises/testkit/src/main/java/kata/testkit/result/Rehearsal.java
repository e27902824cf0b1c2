package kata.testkit.result;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import kata.testkit.GivenClient;
import kata.testkit.Loopback;
import org.junit.jupiter.api.Test;

/**
 * Run by a child JVM while it waits for its answer, so that the test framework has found its feet when the answer
 * comes. It is no test of anything, and no runner takes it for one by its name.
 */
final class Rehearsal {
    @Test
    void nothing_happens() {}

    /** Only where an archive of classes is made: to fetch a page takes a thousand that the first exercise does not. */
    @Test
    void a_page_is_fetched() throws Exception {
        if (!Boolean.getBoolean("kata.archive")) {
            return;
        }
        try (Loopback server = new Loopback(exchange -> {
                    exchange.sendResponseHeaders(200, 1);
                    exchange.getResponseBody().write('!');
                    exchange.close();
                });
                GivenClient given = new GivenClient()) {
            HttpRequest page = HttpRequest.newBuilder(server.uri("/")).build();
            given.client().sendAsync(page, BodyHandlers.ofString()).join();
        }
    }
}
