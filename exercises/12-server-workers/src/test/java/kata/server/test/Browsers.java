package kata.server.test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** As many browsers as there are visitors, each with one request, all at the same time. */
final class Browsers implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("browsers-", 1).factory());
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();

    /** @param told of each reply, as it comes in */
    CompletableFuture<Void> sendAll(List<Visitor> visitors, HttpFront server, BiConsumer<Visitor, String> told) {
        return CompletableFuture.allOf(visitors.stream()
                .map(visitor -> send(server.uri(visitor.session())).thenAccept(body -> told.accept(visitor, body)))
                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<String> send(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(response -> {
            if (response.statusCode() == 501) {
                throw new UnsupportedOperationException(response.body());
            }
            return response.body();
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
