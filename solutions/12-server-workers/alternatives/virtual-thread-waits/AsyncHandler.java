package kata.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;

/** Straight on, as the twin does it, but only a virtual thread waits: no platform thread is held meanwhile. */
public final class AsyncHandler {
    private AsyncHandler() {}

    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        CompletableFuture<Response> response = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                response.complete(respond(request, db));
            } catch (Throwable problem) {
                response.completeExceptionally(problem);
            }
        });
        return response;
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
