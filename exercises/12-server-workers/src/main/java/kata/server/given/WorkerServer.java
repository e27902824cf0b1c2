package kata.server.given;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server of the usual kind: so many workers, and each has one request from its beginning to its end. Requests
 * beyond that wait until a worker is free. Given, to compare with.
 */
public final class WorkerServer implements AutoCloseable {
    private final ExecutorService workers;
    private final Db db;

    public WorkerServer(int workers, Db db) {
        this.workers = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("worker-", 1).factory());
        this.db = db;
    }

    /** Gives the request to the next worker who is free. */
    public CompletableFuture<Response> handle(Request request) {
        return CompletableFuture.supplyAsync(() -> HandlerSync.handle(request, db), workers);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
