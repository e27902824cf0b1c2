// Diagnosis: wrong-result
// Cuts the name from the URL as it is written, with its %20 and its ?v=2.
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
import kata.download.given.DownloadFailed;

public final class DownloadAsync {
    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        List<CompletableFuture<Path>> downloads =
                uris.stream().map(uri -> download(client, uri, dir)).toList();
        return CompletableFuture.allOf(downloads.toArray(CompletableFuture[]::new))
                .thenApply(all -> downloads.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<Path> download(HttpClient client, URI uri, Path dir) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                .thenApply(response -> save(uri, response, dir))
                .exceptionally(problem -> {
                    throw new DownloadFailed(uri, problem);
                });
    }

    private static Path save(URI uri, HttpResponse<byte[]> response, Path dir) {
        if (response.statusCode() != 200) {
            throw new DownloadFailed(uri, "status " + response.statusCode());
        }
        String url = uri.toString();
        try {
            return Files.write(dir.resolve(url.substring(url.lastIndexOf('/') + 1)), response.body());
        } catch (IOException problem) {
            throw new DownloadFailed(uri, problem);
        }
    }
}
