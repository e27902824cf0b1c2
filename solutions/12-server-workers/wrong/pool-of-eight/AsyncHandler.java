// Diagnosis: too-many-threads
// Nobody waits, but the short steps between the queries have a pool of eight threads.
package kata.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;

public final class AsyncHandler {
    private AsyncHandler() {}

    private static final Executor POOL =
            Executors.newFixedThreadPool(8, Thread.ofPlatform().daemon().factory());

    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        return db.user(request.session())
                .thenComposeAsync(
                        user -> {
                            if (user.isEmpty()) {
                                return CompletableFuture.completedFuture(
                                        new Response(404, "no session " + request.session()));
                            }
                            return db.orders(user.get())
                                    .thenApply(orders -> new Response(
                                            200, user.get().name() + ": " + String.join(", ", orders)));
                        },
                        POOL);
    }
}
