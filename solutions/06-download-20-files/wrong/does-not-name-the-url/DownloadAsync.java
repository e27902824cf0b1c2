// Diagnosis: unnamed-failure
// Fails as it should, but with 20 URLs nobody knows which one it was.
package kata.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.download.given.DownloadSync;

public final class DownloadAsync {
    private DownloadAsync() {}

    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        List<CompletableFuture<Path>> downloads =
                uris.stream().map(uri -> download(client, uri, dir)).toList();
        return CompletableFuture.allOf(downloads.toArray(CompletableFuture[]::new))
                .thenApply(all -> downloads.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<Path> download(HttpClient client, URI uri, Path dir) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                .thenApply(response -> {
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException("status " + response.statusCode());
                    }
                    return save(DownloadSync.fileFor(uri, dir), response.body());
                });
    }

    private static Path save(Path file, byte[] body) {
        try {
            return Files.write(file, body);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
