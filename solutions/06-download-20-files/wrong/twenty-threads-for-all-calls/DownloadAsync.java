// Diagnosis: too-few-at-once
// One static pool of twenty: a second call sends nothing while the first goes on.
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
    private static final ExecutorService POOL = Executors.newFixedThreadPool(
            20, Thread.ofPlatform().daemon().name("download-", 1).factory());

    private DownloadAsync() {}

    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        List<CompletableFuture<Path>> files = uris.stream()
                .map(uri -> CompletableFuture.supplyAsync(() -> DownloadSync.download(client, uri, dir), POOL))
                .toList();
        return CompletableFuture.allOf(files.toArray(new CompletableFuture<?>[0]))
                .thenApply(nothing -> files.stream().map(CompletableFuture::join).toList());
    }
}
