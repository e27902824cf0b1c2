// Diagnosis: leaked-threads
// Shuts the pool down behind a good end only: thenApply is passed by when a download fails.
package kata.download;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.download.given.DownloadSync;

public final class DownloadAsync {
    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        List<CompletableFuture<Path>> downloads = uris.stream()
                .map(uri -> CompletableFuture.supplyAsync(() -> DownloadSync.download(client, uri, dir), pool))
                .toList();
        return CompletableFuture.allOf(downloads.toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    pool.shutdown();
                    return downloads.stream().map(CompletableFuture::join).toList();
                });
    }
}
