package kata.fakeasync.test;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kata.fakeasync.given.BlockingClient;
import kata.testkit.time.KataClock;

/** A client that holds its thread until the clock says that the server has replied, and remembers which thread. */
final class SlowClient implements BlockingClient {
    private final KataClock clock;
    private final Io io;
    private final List<Request> requests;
    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();

    /** A call of {@code get}: for which request, on which thread, and whether that was one of the executor's. */
    record Visit(String name, String thread, boolean onIo) {}

    SlowClient(KataClock clock, Io io, List<Request> requests) {
        this.clock = clock;
        this.io = io;
        this.requests = List.copyOf(requests);
    }

    @Override
    public String get(URI uri) throws IOException {
        Request request = requests.stream()
                .filter(each -> each.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException("the server has no page " + uri));
        Thread thread = Thread.currentThread();
        visits.add(new Visit(request.name(), thread.getName(), io.owns(thread)));
        clock.recorder().mark(request.name(), "sent");
        io.reachedClient();
        try {
            clock.block(request.name(), "get", request.seconds() * Request.SECOND);
        } catch (InterruptedException stopped) {
            thread.interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + uri);
        }
        clock.recorder().mark(request.name(), request.end());
        if (request.failure() instanceof IOException problem) {
            throw problem;
        }
        if (request.failure() instanceof RuntimeException problem) {
            throw problem;
        }
        return request.body();
    }

    List<Visit> visits() {
        return List.copyOf(visits);
    }

    List<Visit> visitsOf(Request request) {
        return visits.stream()
                .filter(visit -> visit.name().equals(request.name()))
                .toList();
    }
}
