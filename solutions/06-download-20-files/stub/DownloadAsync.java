package kata.download;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Download 20 files in the time of one: a download waits for the network, and waiting can overlap.
 * Check it with {@code ./kata check 06}, or {@code mvn test} in this folder.
 */
public final class DownloadAsync {
    private DownloadAsync() {}

    /**
     * Downloads every URL into {@code dir}, all at the same time (20 at most), each under the name that
     * {@code DownloadSync.fileFor} says. Returns at once; no worker of the common pool waits for the network, and
     * no thread that would keep a program alive is left behind.
     *
     * <p>If a server answers with anything but 200, or a connection is cut, the future fails, and the message of its
     * exception (or of a cause) names the URL. Other files may be there, whole; nothing half may be left behind. If a
     * file cannot be written, the future fails too.
     *
     * @param client sends the requests; it is the caller's, so leave it open
     * @param uris at most 20, with different file names
     * @param dir a folder that exists; older files of the same names are replaced
     * @return a future of the files, in the order of {@code uris}; it completes when the last file is there
     */
    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        // TODO: start every download, then give back one future for all their files.
        throw new UnsupportedOperationException("TODO: downloadAll downloads every file at the same time");
    }
}
