package kata.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;

/** Two queries, one after the other, and nobody waits: each step is left as a note on the future before it. */
public final class AsyncHandler {
    private AsyncHandler() {}

    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return db.user(request.session()).thenCompose(user -> respond(request, user, db));
    }

    private static CompletableFuture<Response> respond(Request request, Optional<User> user, AsyncDb db) {
        if (user.isEmpty()) {
            return CompletableFuture.completedFuture(new Response(404, "no session " + request.session()));
        }
        String name = user.get().name();
        return db.orders(user.get()).thenApply(orders -> new Response(200, name + ": " + String.join(", ", orders)));
    }
}
