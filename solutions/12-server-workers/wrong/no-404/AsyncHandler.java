// Diagnosis: threw
// Takes it for granted that there is a user behind each session.
package kata.server;

import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;

public final class AsyncHandler {
    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return db.user(request.session()).thenCompose(user -> db.orders(user.orElseThrow())
                .thenApply(orders -> new Response(200, user.get().name() + ": " + String.join(", ", orders))));
    }
}
