package kata.server.test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kata.server.AsyncHandler;
import kata.server.given.AsyncDb;
import kata.server.given.Db;
import kata.server.given.User;
import kata.server.given.WorkerServer;

/** Both servers on real ports until the program is stopped, so that a browser or a load tool can be pointed at them. */
final class Serve {
    private static final long QUERY_MILLIS = 500;
    private static final List<String> ORDERS = List.of("Pasta", "Salad");

    private Serve() {}

    /** Three workers on this port, the learner's handler on the next; each request takes a second. */
    static void on(int port) throws InterruptedException {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("db").factory());
        AsyncDb db = asyncDb(CompletableFuture.delayedExecutor(QUERY_MILLIS, TimeUnit.MILLISECONDS, timer));
        try (WorkerServer three = new WorkerServer(3, blocking(db));
                HttpFront workers = new HttpFront(port, three::handle);
                HttpFront yours = new HttpFront(port + 1, request -> AsyncHandler.handle(request, db))) {
            System.out.println("Each request takes a second: two queries of " + QUERY_MILLIS + " ms.");
            System.out.println("  three workers  " + workers.uri("Ada"));
            System.out.println("  yours          " + yours.uri("Ada"));
            System.out.println("Point a load tool at them, as in:  hey -n 60 -c 30 \"" + yours.uri("Ada") + "\"");
            System.out.println("Ctrl-C ends.");
            Thread.currentThread().join();
        }
    }

    private static AsyncDb asyncDb(Executor later) {
        return new AsyncDb() {
            @Override
            public CompletableFuture<Optional<User>> user(String session) {
                return CompletableFuture.supplyAsync(
                        () -> session.isEmpty() ? Optional.empty() : Optional.of(new User(session)), later);
            }

            @Override
            public CompletableFuture<List<String>> orders(User user) {
                return CompletableFuture.supplyAsync(() -> ORDERS, later);
            }
        };
    }

    /** The same for callers that wait. */
    private static Db blocking(AsyncDb db) {
        return new Db() {
            @Override
            public Optional<User> user(String session) {
                return db.user(session).join();
            }

            @Override
            public List<String> orders(User user) {
                return db.orders(user).join();
            }
        };
    }
}
