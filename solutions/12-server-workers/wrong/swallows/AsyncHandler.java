// Diagnosis: swallowed-error
// Hides the failure of a query behind an empty page.
package kata.server;

import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;

public final class AsyncHandler {
    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return db.user(request.session())
                .thenCompose(user -> {
                    if (user.isEmpty()) {
                        return CompletableFuture.completedFuture(new Response(404, "no session " + request.session()));
                    }
                    return db.orders(user.get())
                            .thenApply(orders -> new Response(200, user.get().name() + ": " + String.join(", ", orders)));
                })
                .exceptionally(problem -> new Response(200, ""));
    }
}
