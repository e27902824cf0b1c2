package kata.download.test;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kata.download.test.RemoteFile.Fate;
import kata.testkit.Loopback;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Timeline;

/**
 * What an answer is given: a client, a server full of files and an empty folder. The server sends half of a file, and
 * the rest when the clock says so; therefore the clock, which a test moves by hand, decides when a download ends.
 */
final class Site implements AutoCloseable {
    static final byte[] NOT_FOUND_PAGE = "<h1>404: no such file</h1>".getBytes(StandardCharsets.UTF_8);

    private final KataClock clock;
    private final List<RemoteFile> files;
    private final Loopback server = new Loopback(this::serve);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path dir;

    Site(KataClock clock, List<RemoteFile> files) {
        this.clock = clock;
        this.files = List.copyOf(files);
        try {
            this.dir = Files.createTempDirectory("kata-download-");
        } catch (IOException problem) {
            throw new UncheckedIOException("No temporary folder could be made", problem);
        }
    }

    private void serve(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        // Closing an exchange of which not every byte was sent cuts its connection.
        try (exchange) {
            for (RemoteFile file : files) {
                if (path.equals("/files/" + file.name())) {
                    send(exchange, file);
                    return;
                }
            }
            send(exchange, 404, NOT_FOUND_PAGE, NOT_FOUND_PAGE.length);
        } catch (IOException clientHasGone) {
            // An answer may give up the other downloads when one of them fails.
        } catch (InterruptedException serverCloses) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void send(HttpExchange exchange, RemoteFile file)
            throws IOException, InterruptedException, ExecutionException {
        int half = file.body().length / 2;
        if (file.fate() != Fate.MISSING) {
            send(exchange, 200, Arrays.copyOf(file.body(), half), file.body().length);
        }
        clock.pause(file.name(), "download", file.units()).get();
        switch (file.fate()) {
            case WHOLE -> exchange.getResponseBody().write(file.body(), half, file.body().length - half);
            case MISSING -> send(exchange, 404, NOT_FOUND_PAGE, NOT_FOUND_PAGE.length);
            case CUT -> {}
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] first, int length) throws IOException {
        exchange.sendResponseHeaders(status, length);
        OutputStream body = exchange.getResponseBody();
        body.write(first);
        body.flush();
    }

    HttpClient client() {
        return client;
    }

    Path dir() {
        return dir;
    }

    List<RemoteFile> files() {
        return files;
    }

    List<String> names() {
        return files.stream().map(RemoteFile::name).toList();
    }

    URI uri(RemoteFile file) {
        return server.uri("/files/" + file.name());
    }

    List<URI> uris() {
        return files.stream().map(this::uri).toList();
    }

    /** What the folder holds now. */
    List<Path> here() {
        try (Stream<Path> found = Files.list(dir)) {
            return found.sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot list " + dir, problem);
        }
    }

    /** All downloads side by side. */
    static Timeline together(List<RemoteFile> files) {
        Timeline timeline = Timeline.ideal();
        for (RemoteFile file : files) {
            timeline = timeline.with(file.name(), 0, file.units());
        }
        return timeline;
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
        try (Stream<Path> found = Files.walk(dir)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stillInUse) {
            // An answer that goes on writing keeps the folder; it lies among temporary files.
        }
    }
}
