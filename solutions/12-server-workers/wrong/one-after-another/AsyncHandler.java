// Diagnosis: ran-one-after-another
// Lets each request wait until the one before it is over.
package kata.server;

import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;

public final class AsyncHandler {
    private static CompletableFuture<Response> last = CompletableFuture.completedFuture(null);

    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        last = last.handle((before, problem) -> null)
                .thenCompose(before -> db.user(request.session()))
                .thenCompose(user -> {
                    if (user.isEmpty()) {
                        return CompletableFuture.completedFuture(new Response(404, "no session " + request.session()));
                    }
                    return db.orders(user.get())
                            .thenApply(orders -> new Response(200, user.get().name() + ": " + String.join(", ", orders)));
                });
        return last;
    }
}
