// Diagnosis: blocked-the-common-pool
// Waits for the network on the workers of the common pool, of which there are few.
package kata.download;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.download.given.DownloadSync;

public final class DownloadAsync {
    private DownloadAsync() {}

    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        List<CompletableFuture<Path>> downloads = uris.stream()
                .map(uri -> CompletableFuture.supplyAsync(() -> DownloadSync.download(client, uri, dir)))
                .toList();
        return CompletableFuture.allOf(downloads.toArray(CompletableFuture[]::new))
                .thenApply(all -> downloads.stream().map(CompletableFuture::join).toList());
    }
}
