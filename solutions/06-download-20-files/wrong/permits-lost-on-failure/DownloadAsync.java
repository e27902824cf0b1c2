// Diagnosis: too-few-at-once
// A download that fails keeps its permit, so the next call has one place less, and after twenty failures none.
package kata.download;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import kata.download.given.DownloadSync;

public final class DownloadAsync {
    private static final Semaphore PERMITS = new Semaphore(20);

    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        List<CompletableFuture<Path>> downloads = uris.stream()
                .map(uri -> CompletableFuture.supplyAsync(() -> download(client, uri, dir), Thread::startVirtualThread))
                .toList();
        return CompletableFuture.allOf(downloads.toArray(CompletableFuture[]::new))
                .thenApply(all -> downloads.stream().map(CompletableFuture::join).toList());
    }

    private static Path download(HttpClient client, URI uri, Path dir) {
        PERMITS.acquireUninterruptibly();
        Path file = DownloadSync.download(client, uri, dir);
        PERMITS.release();
        return file;
    }
}
