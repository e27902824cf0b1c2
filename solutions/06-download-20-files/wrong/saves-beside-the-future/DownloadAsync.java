// Diagnosis: returned-too-early
// Begins to save each file beside the future that gives its path, so nobody waits until it is written.
package kata.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.download.given.DownloadFailed;
import kata.download.given.DownloadSync;

public final class DownloadAsync {
    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        List<CompletableFuture<Path>> downloads =
                uris.stream().map(uri -> download(client, uri, dir)).toList();
        return CompletableFuture.allOf(downloads.toArray(CompletableFuture[]::new))
                .thenApply(all -> downloads.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<Path> download(HttpClient client, URI uri, Path dir) {
        Path file = DownloadSync.fileFor(uri, dir);
        CompletableFuture<byte[]> body = client.sendAsync(
                        HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                .thenApply(response -> {
                    if (response.statusCode() != 200) {
                        throw new DownloadFailed(uri, "status " + response.statusCode());
                    }
                    return response.body();
                })
                .exceptionally(problem -> {
                    throw new DownloadFailed(uri, problem);
                });
        body.thenAcceptAsync(bytes -> save(uri, file, bytes));
        return body.thenApply(bytes -> file);
    }

    private static void save(URI uri, Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException problem) {
            throw new DownloadFailed(uri, problem);
        }
    }
}
