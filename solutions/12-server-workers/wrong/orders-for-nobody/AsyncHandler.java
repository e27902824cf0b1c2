// Diagnosis: orders-for-nobody
// Asks for the orders before it looks whether there is a user.
package kata.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;

public final class AsyncHandler {
    private AsyncHandler() {}

    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return db.user(request.session()).thenCompose(found -> {
            CompletableFuture<List<String>> orders = db.orders(found.orElse(new User("anonymous")));
            if (found.isEmpty()) {
                return CompletableFuture.completedFuture(new Response(404, "no session " + request.session()));
            }
            return orders.thenApply(all -> new Response(200, found.get().name() + ": " + String.join(", ", all)));
        });
    }
}
