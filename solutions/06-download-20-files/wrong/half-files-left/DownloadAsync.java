// Diagnosis: half-file-left
// Writes straight to the final name, so a cut connection leaves half a file there.
package kata.download;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.download.given.DownloadFailed;
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
        Path file = DownloadSync.fileFor(uri, dir);
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofFile(file))
                .thenApply(response -> {
                    if (response.statusCode() != 200) {
                        throw new DownloadFailed(uri, "status " + response.statusCode());
                    }
                    return response.body();
                })
                .exceptionally(problem -> {
                    throw new DownloadFailed(uri, problem);
                });
    }
}
