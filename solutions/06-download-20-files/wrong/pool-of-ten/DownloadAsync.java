// Diagnosis: too-few-at-once
// Ten threads that wait: the other ten files have to queue, and twenty take twice as long as ten.
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
    private DownloadAsync() {}

    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        ExecutorService pool = Executors.newFixedThreadPool(10);
        List<CompletableFuture<Path>> downloads = uris.stream()
                .map(uri -> CompletableFuture.supplyAsync(() -> DownloadSync.download(client, uri, dir), pool))
                .toList();
        pool.shutdown();
        return CompletableFuture.allOf(downloads.toArray(CompletableFuture[]::new))
                .thenApply(all -> downloads.stream().map(CompletableFuture::join).toList());
    }
}
