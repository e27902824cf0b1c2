// Diagnosis: a-thread-for-each-request
// Lets nobody wait for the user, and a new thread for each request wait for the orders.
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
        return db.user(request.session()).thenCompose(user -> {
            if (user.isEmpty()) {
                return CompletableFuture.completedFuture(new Response(404, "no session " + request.session()));
            }
            return CompletableFuture.supplyAsync(
                    () -> respond(user.get(), db),
                    work -> Thread.ofPlatform().daemon().start(work));
        });
    }

    private static Response respond(User user, AsyncDb db) {
        List<String> orders = db.orders(user).join();
        return new Response(200, user.name() + ": " + String.join(", ", orders));
    }
}
