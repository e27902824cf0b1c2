package kata.server;

import java.util.concurrent.CompletableFuture;
import kata.server.given.AsyncDb;
import kata.server.given.Request;
import kata.server.given.Response;

/**
 * Serve a thousand users with a handful of threads: while a request waits for the database, nobody waits with it.
 * Check it with {@code ./kata check 12}, or {@code mvn test} in this folder.
 */
public final class AsyncHandler {
    private AsyncHandler() {}

    /**
     * Looks up the user behind the session, then that user's orders: each query once, and no orders for nobody.
     * Returns at once; it is called on a server's only thread, and again before earlier requests are over, of the same
     * session too: no request waits for another, and none is answered without the database.
     *
     * @return a future of status 200 and a body such as {@code Ada: Pasta, Salad}, with the orders as the database
     *     has them, be there none; or of status 404 and {@code no session s-17}; it fails with the database's exception
     *     if a query fails (as it is, or as the cause of another)
     */
    public static CompletableFuture<Response> handle(Request request, AsyncDb db) {
        // TODO: ask for the user, go on with the orders when the user is there, and make the response of both.
        throw new UnsupportedOperationException("TODO: handle chains the two queries and returns at once");
    }
}
