// Diagnosis: a-thread-for-each-request
// Two hundred workers instead of three: the 201st user waits, and each one who does not holds a thread.
package kata.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;

public final class AsyncHandler {
    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(200);

    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return CompletableFuture.supplyAsync(() -> respond(request, db), WORKERS);
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
