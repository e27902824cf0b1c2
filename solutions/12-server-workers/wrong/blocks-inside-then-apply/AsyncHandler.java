// Diagnosis: blocked-a-callback
// Waits for the orders inside a callback, on the thread that would have to end that wait.
package kata.server;

import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;

public final class AsyncHandler {
    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return db.user(request.session()).thenApply(user -> {
            if (user.isEmpty()) {
                return new Response(404, "no session " + request.session());
            }
            return new Response(200, user.get().name() + ": " + String.join(", ", db.orders(user.get()).join()));
        });
    }
}
