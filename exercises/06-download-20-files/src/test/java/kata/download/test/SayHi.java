package kata.download.test;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kata.testkit.Loopback;
import kata.testkit.time.RealClock;

/**
 * Calls {@code GET /say-hi} N times, by a synchronous client and by an asynchronous one: {@code --number 10}.
 * Without a number it calls 10 times, then 20: is the factor the same, or twice as good?
 */
public final class SayHi {
    private static final String HI = "{\"message\":\"Hi!\"}";

    private SayHi() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> numbers = numbers(arguments);
        if (numbers.isEmpty()) {
            System.out.println("Usage: SayHi [--number N], N from 1 to 100");
            return;
        }
        try (Loopback server = new Loopback(SayHi::sayHi);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            URI uri = server.uri("/say-hi");
            System.out.println("GET /say-hi answers "
                    + synchronous(client, uri, 1).get(0) + " after " + RealClock.UNIT_MILLIS + " ms");
            for (int number : numbers) {
                compare(client, uri, number);
            }
        }
    }

    private static List<Integer> numbers(String[] arguments) {
        if (arguments.length == 0) {
            return List.of(10, 20);
        }
        boolean right =
                arguments.length == 2 && arguments[0].equals("--number") && arguments[1].matches("[1-9][0-9]?|100");
        return right ? List.of(Integer.valueOf(arguments[1])) : List.of();
    }

    private static void sayHi(HttpExchange exchange) throws IOException {
        try (exchange) {
            // The lesson: a server that takes its time. Nothing is judged here.
            Thread.sleep(RealClock.UNIT_MILLIS);
            byte[] body = HI.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException closed) {
            throw new InterruptedIOException();
        }
    }

    private static void compare(HttpClient client, URI uri, int number) throws IOException, InterruptedException {
        long start = System.nanoTime();
        synchronous(client, uri, number);
        double synchronous = secondsSince(start);
        start = System.nanoTime();
        asynchronous(client, uri, number).join();
        double asynchronous = secondsSince(start);
        System.out.println(String.format(
                Locale.ROOT,
                "%4d calls   synchronous %5.2f s   asynchronous %5.2f s   factor %4.1f",
                number,
                synchronous,
                asynchronous,
                synchronous / asynchronous));
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<String> synchronous(HttpClient client, URI uri, int number)
            throws IOException, InterruptedException {
        String[] replies = new String[number];
        for (int i = 0; i < number; i++) {
            replies[i] = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
        return List.of(replies);
    }

    private static CompletableFuture<List<String>> asynchronous(HttpClient client, URI uri, int number) {
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        List<CompletableFuture<String>> replies = IntStream.range(0, number)
                .mapToObj(
                        i -> client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body))
                .toList();
        return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenApply(all -> replies.stream().map(CompletableFuture::join).toList());
    }
}
