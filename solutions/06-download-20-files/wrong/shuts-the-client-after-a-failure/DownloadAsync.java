// Diagnosis: other-client
// Tidies up after a failure, and shuts down the client that belongs to the caller.
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
                .whenComplete((all, problem) -> {
                    if (problem != null) {
                        client.shutdownNow();
                    }
                })
                .thenApply(all -> downloads.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<Path> download(HttpClient client, URI uri, Path dir) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                .handle((response, problem) -> {
                    if (problem != null) {
                        throw new DownloadFailed(uri, problem);
                    }
                    if (response.statusCode() != 200) {
                        throw new DownloadFailed(uri, "status " + response.statusCode());
                    }
                    try {
                        return Files.write(DownloadSync.fileFor(uri, dir), response.body());
                    } catch (IOException unwritable) {
                        throw new DownloadFailed(uri, unwritable);
                    }
                });
    }
}
