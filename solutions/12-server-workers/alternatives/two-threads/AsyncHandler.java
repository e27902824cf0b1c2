package kata.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;

/** Two threads of its own for the steps between the queries; neither ever waits for the database. */
public final class AsyncHandler {
    private static final Executor STEPS =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());

    private AsyncHandler() {}

    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return db.user(request.session()).thenComposeAsync(user -> respond(request, user, db), STEPS);
    }

    private static CompletableFuture<Response> respond(Request request, Optional<User> user, AsyncDb db) {
        if (user.isEmpty()) {
            return CompletableFuture.completedFuture(new Response(404, "no session " + request.session()));
        }
        CompletableFuture<List<String>> orders = db.orders(user.get());
        return orders.thenApplyAsync(
                found -> new Response(200, user.get().name() + ": " + String.join(", ", found)), STEPS);
    }
}
