package kata.download.given;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The synchronous twin: each download holds the thread until its file is there. Given, to compare with. */
public final class DownloadSync {
    private DownloadSync() {}

    /** Where the file of this URL belongs: in {@code dir}, under the last part of the URL's path. */
    public static Path fileFor(URI uri, Path dir) {
        String path = uri.getPath();
        return dir.resolve(path.substring(path.lastIndexOf('/') + 1));
    }

    /**
     * Downloads one file.
     *
     * @throws DownloadFailed if the server did not answer with 200, or the connection was cut; no file is made then
     */
    public static Path download(HttpClient client, URI uri, Path dir) {
        try {
            HttpResponse<byte[]> response =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new DownloadFailed(uri, "status " + response.statusCode());
            }
            return Files.write(fileFor(uri, dir), response.body());
        } catch (IOException | InterruptedException problem) {
            throw new DownloadFailed(uri, problem);
        }
    }

    /** Downloads one file after another. */
    public static List<Path> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        List<Path> files = new ArrayList<>();
        for (URI uri : uris) {
            files.add(download(client, uri, dir));
        }
        return files;
    }
}
