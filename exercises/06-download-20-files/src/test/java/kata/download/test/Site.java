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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.download.given.DownloadSync;
import kata.download.test.RemoteFile.Fate;
import kata.testkit.GivenClient;
import kata.testkit.Loopback;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Timeline;

/**
 * What an answer is given: a client, a server full of files and an empty folder. The server sends the beginning of a
 * file, and the rest when the clock says so; therefore the clock, which a test moves by hand, decides when a download
 * ends.
 */
final class Site implements AutoCloseable {
    static final byte[] NOT_FOUND_PAGE = "<h1>404: no such file</h1>".getBytes(StandardCharsets.UTF_8);

    private static final int MOST_AT_FIRST = 80_000;

    private final KataClock clock;
    private final List<RemoteFile> files;
    private final Loopback server = new Loopback(this::serve);
    private final GivenClient client = new GivenClient();
    private final Set<String> fromElsewhere = ConcurrentHashMap.newKeySet();
    private final Path dir;
    private volatile Map<String, Long> sizesWhenDone = Map.of();

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
                    if (!client.sent(exchange)) {
                        fromElsewhere.add(file.name());
                    }
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
        // No more than fits on the way to a client that does not read yet.
        int half = Math.min(file.body().length / 2, MOST_AT_FIRST);
        boolean is200 = file.fate() == Fate.WHOLE || file.fate() == Fate.CUT;
        if (is200) {
            send(exchange, 200, Arrays.copyOf(file.body(), half), file.body().length);
        }
        clock.pause(file.name(), "download", file.units()).get();
        switch (file.fate()) {
            case WHOLE -> exchange.getResponseBody().write(file.body(), half, file.body().length - half);
            case MISSING -> send(exchange, 404, NOT_FOUND_PAGE, NOT_FOUND_PAGE.length);
            case PARTIAL -> send(exchange, 206, Arrays.copyOf(file.body(), half), half);
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
        return client.client();
    }

    /** The files that were asked for by another client than {@link #client}. */
    Set<String> fromElsewhere() {
        return fromElsewhere;
    }

    /** Whether its caller can still send requests with {@link #client}. */
    boolean clientIsOpen() {
        return client.isOpen(server.uri("/"));
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

    /** Where a name holds a space, the end of its URL is not the name of the file. */
    URI uri(RemoteFile file) {
        String encoded = file.name().replace(" ", "%20");
        return server.uri("/files/" + encoded + (encoded.equals(file.name()) ? "" : "?v=2"));
    }

    /** Where this file is to lie. */
    Path place(RemoteFile file) {
        return DownloadSync.fileFor(uri(file), dir);
    }

    List<URI> uris() {
        return files.stream().map(this::uri).toList();
    }

    /** Puts a file from an earlier download, a longer one, where this file is to lie. */
    void layOlder(RemoteFile file) throws IOException {
        Files.write(place(file), new byte[file.body().length + 500]);
    }

    /** Makes it impossible to write this file, for root and on every system: a folder lies in its place. */
    void layFolder(RemoteFile file) throws IOException {
        Files.createDirectories(place(file).resolve("in-the-way"));
    }

    /** Remembers the sizes of this moment; a look that comes milliseconds later finds what a late writer has done. */
    void rememberSizes() {
        sizesWhenDone = sizes();
    }

    Map<String, Long> sizesWhenDone() {
        return sizesWhenDone;
    }

    /** How many bytes of each file are here now; -1 where there is no such file. */
    Map<String, Long> sizes() {
        return files.stream().collect(Collectors.toMap(RemoteFile::name, file -> {
            try {
                return Files.size(place(file));
            } catch (IOException notHere) {
                return -1L;
            }
        }));
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
        return together(Timeline.ideal(), 0, files);
    }

    /** What went on before, and from this moment on all these downloads side by side. */
    static Timeline together(Timeline before, double from, List<RemoteFile> files) {
        Timeline timeline = before;
        for (RemoteFile file : files) {
            timeline = timeline.with(file.name(), from, from + file.units());
        }
        return timeline;
    }

    @Override
    public void close() {
        client.close();
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
