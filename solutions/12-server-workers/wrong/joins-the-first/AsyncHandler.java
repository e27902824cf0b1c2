// Diagnosis: blocked-the-loop
// Chains the second query, but waits for the first one on the loop.
package kata.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;

public final class AsyncHandler {
    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        Optional<User> user = db.user(request.session()).join();
        if (user.isEmpty()) {
            return CompletableFuture.completedFuture(new Response(404, "no session " + request.session()));
        }
        String name = user.get().name();
        return db.orders(user.get()).thenApply(orders -> new Response(200, name + ": " + String.join(", ", orders)));
    }
}
