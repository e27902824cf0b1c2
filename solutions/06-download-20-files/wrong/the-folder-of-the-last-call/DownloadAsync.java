// Diagnosis: wrong-result
// Keeps the folder in a static field, so a second call takes what the first has not saved yet into its own.
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
    private static volatile Path folder;

    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        folder = dir;
        List<CompletableFuture<Path>> downloads =
                uris.stream().map(uri -> download(client, uri)).toList();
        return CompletableFuture.allOf(downloads.toArray(CompletableFuture[]::new))
                .thenApply(all -> downloads.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<Path> download(HttpClient client, URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                .handle((response, problem) -> {
                    if (problem != null) {
                        throw new DownloadFailed(uri, problem);
                    }
                    if (response.statusCode() != 200) {
                        throw new DownloadFailed(uri, "status " + response.statusCode());
                    }
                    try {
                        return Files.write(DownloadSync.fileFor(uri, folder), response.body());
                    } catch (IOException unwritable) {
                        throw new DownloadFailed(uri, unwritable);
                    }
                });
    }
}
