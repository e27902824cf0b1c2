// Diagnosis: blocked-the-common-pool
// supplyAsync without an executor: the few workers of the common pool wait for the database.
package kata.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;

public final class AsyncHandler {
    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return CompletableFuture.supplyAsync(() -> respond(request, db));
    }

    private static Response respond(Request request, AsyncDb db) {
        Optional<User> user = db.user(request.session()).join();
        if (user.isEmpty()) {
            return new Response(404, "no session " + request.session());
        }
        List<String> orders = db.orders(user.get()).join();
        return new Response(200, user.get().name() + ": " + String.join(", ", orders));
    }
}
