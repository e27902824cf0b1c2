package kata.download;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kata.download.given.DownloadSync;

/** Twenty threads that wait, and one that waits for them; the pool ends with the downloads. */
public final class DownloadAsync {
    private DownloadAsync() {}

    public static CompletableFuture<List<Path>> downloadAll(HttpClient client, List<URI> uris, Path dir) {
        CompletableFuture<List<Path>> files = new CompletableFuture<>();
        new Thread(() -> complete(files, client, uris, dir)).start();
        return files;
    }

    private static void complete(
            CompletableFuture<List<Path>> files, HttpClient client, List<URI> uris, Path dir) {
        List<Callable<Path>> tasks = new ArrayList<>();
        for (URI uri : uris) {
            tasks.add(() -> DownloadSync.download(client, uri, dir));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(20)) {
            List<Path> inOrder = new ArrayList<>();
            for (Future<Path> task : pool.invokeAll(tasks)) {
                inOrder.add(task.get());
            }
            files.complete(inOrder);
        } catch (InterruptedException | ExecutionException problem) {
            files.completeExceptionally(problem);
        }
    }
}
