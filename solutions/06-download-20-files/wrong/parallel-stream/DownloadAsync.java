// Diagnosis: blocked-the-common-pool
// A parallel stream is made for computing: it has as many threads as there are processors.
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
        return CompletableFuture.completedFuture(uris.parallelStream()
                .map(uri -> DownloadSync.download(client, uri, dir))
                .toList());
    }
}
