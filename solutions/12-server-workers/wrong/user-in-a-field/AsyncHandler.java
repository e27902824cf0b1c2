// Diagnosis: mixed-up-requests
// Keeps the user in a field: between the queries another request puts its own user there.
package kata.server;

import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;

public final class AsyncHandler {
    private static User user;

    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return db.user(request.session()).thenCompose(found -> {
            if (found.isEmpty()) {
                return CompletableFuture.completedFuture(new Response(404, "no session " + request.session()));
            }
            user = found.get();
            return db.orders(user).thenApply(orders -> new Response(200, user.name() + ": " + String.join(", ", orders)));
        });
    }
}
