package kata.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.download.given.DownloadFailed;
import kata.download.given.DownloadSync;

/** Streams each body to a file of another name, which becomes the real one when it is whole: for files of any size. */
public final class DownloadAsync {
    private DownloadAsync() {}

    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        List<CompletableFuture<Path>> downloads =
                uris.stream().map(uri -> download(client, uri, dir)).toList();
        return CompletableFuture.allOf(downloads.toArray(CompletableFuture[]::new))
                .thenApply(all -> downloads.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<Path> download(HttpClient client, URI uri, Path dir) {
        Path target = DownloadSync.fileFor(uri, dir);
        Path part = dir.resolve(target.getFileName() + ".part");
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofFile(part))
                .thenApply(response -> {
                    if (response.statusCode() != 200) {
                        throw new DownloadFailed(uri, "status " + response.statusCode());
                    }
                    return move(part, target);
                })
                .whenComplete((file, problem) -> delete(part))
                .exceptionally(problem -> {
                    throw new DownloadFailed(uri, problem);
                });
    }

    private static Path move(Path part, Path target) {
        try {
            return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
