package kata.server;

import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;

/** One expression; the steps run on the common pool, which is for short work such as this. */
public final class AsyncHandler {
    private AsyncHandler() {}

    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return db.user(request.session())
                .thenComposeAsync(found -> found.map(user -> db.orders(user)
                                .thenApplyAsync(orders -> user.name() + ": " + String.join(", ", orders))
                                .thenApply(body -> new Response(200, body)))
                        .orElseGet(() -> CompletableFuture.completedFuture(
                                new Response(404, "no session " + request.session()))));
    }
}
