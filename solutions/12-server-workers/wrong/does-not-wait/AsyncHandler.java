// Diagnosis: returned-too-early
// Starts the queries and returns a response that is made before they are answered.
package kata.server;

import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;

public final class AsyncHandler {
    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        StringBuilder body = new StringBuilder();
        db.user(request.session()).thenAccept(user -> user.ifPresent(found -> db.orders(found)
                .thenAccept(orders -> body.append(found.name()).append(": ").append(String.join(", ", orders)))));
        return CompletableFuture.completedFuture(new Response(200, body.toString()));
    }
}
