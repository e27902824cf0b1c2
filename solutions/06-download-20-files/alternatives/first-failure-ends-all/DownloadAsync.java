package kata.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import kata.download.given.DownloadFailed;
import kata.download.given.DownloadSync;

/** Counts the downloads down, and gives up the others as soon as one has failed. */
public final class DownloadAsync {
    private DownloadAsync() {}

    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        CompletableFuture<List<Path>> files = new CompletableFuture<>();
        Path[] inOrder = new Path[uris.size()];
        AtomicInteger left = new AtomicInteger(uris.size());
        List<CompletableFuture<HttpResponse<byte[]>>> replies = uris.stream()
                .map(uri -> client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray()))
                .toList();
        for (int i = 0; i < inOrder.length; i++) {
            int place = i;
            replies.get(i).whenComplete((response, problem) -> {
                try {
                    inOrder[place] = save(uris.get(place), response, problem, dir);
                    if (left.decrementAndGet() == 0) {
                        files.complete(List.of(inOrder));
                    }
                } catch (DownloadFailed | IOException failure) {
                    files.completeExceptionally(failure);
                    replies.forEach(reply -> reply.cancel(true));
                }
            });
        }
        return files;
    }

    private static Path save(URI uri, HttpResponse<byte[]> response, Throwable problem, Path dir) throws IOException {
        if (problem != null) {
            throw new DownloadFailed(uri, problem);
        }
        if (response.statusCode() != 200) {
            throw new DownloadFailed(uri, "status " + response.statusCode());
        }
        return Files.write(DownloadSync.fileFor(uri, dir), response.body());
    }
}
