package kata.server.given;

import java.util.List;
import java.util.Optional;

/** The synchronous twin of your handler: two queries, and a worker that waits for both. Given, to compare with. */
public final class HandlerSync {
    private HandlerSync() {}

    /** Looks up who is asking, then what they have ordered. */
    public static Response handle(Request request, Db db) {
        Optional<User> user = db.user(request.session());
        if (user.isEmpty()) {
            return new Response(404, "no session " + request.session());
        }
        List<String> orders = db.orders(user.get());
        return new Response(200, user.get().name() + ": " + String.join(", ", orders));
    }
}
