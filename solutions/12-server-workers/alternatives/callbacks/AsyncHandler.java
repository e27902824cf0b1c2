package kata.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.User;

/** A future that is completed by hand, by the last of two callbacks. */
public final class AsyncHandler {
    private AsyncHandler() {}

    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        CompletableFuture<Response> response = new CompletableFuture<>();
        db.user(request.session()).whenComplete((user, problem) -> {
            if (problem != null) {
                response.completeExceptionally(problem);
            } else if (user.isEmpty()) {
                response.complete(new Response(404, "no session " + request.session()));
            } else {
                orders(user.get(), db, response);
            }
        });
        return response;
    }

    private static void orders(User user, AsyncDb db, CompletableFuture<Response> response) {
        db.orders(user).whenComplete((orders, problem) -> {
            if (problem != null) {
                response.completeExceptionally(problem);
            } else {
                response.complete(new Response(200, user.name() + ": " + String.join(", ", orders)));
            }
        });
    }
}
