// Diagnosis: busy-wait
// Asks again and again whether the user is there.
package kata.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;

public final class AsyncHandler {
    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        CompletableFuture<Optional<User>> user = db.user(request.session());
        while (!user.isDone()) {
            Thread.onSpinWait();
        }
        if (user.join().isEmpty()) {
            return CompletableFuture.completedFuture(new Response(404, "no session " + request.session()));
        }
        String name = user.join().get().name();
        return db.orders(user.join().get())
                .thenApply(orders -> new Response(200, name + ": " + String.join(", ", orders)));
    }
}
