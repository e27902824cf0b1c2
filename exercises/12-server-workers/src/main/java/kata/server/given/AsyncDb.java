package kata.server.given;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The same database with another way to ask: nobody is held. Given: do not change it. */
public interface AsyncDb {

    /**
     * Asks for the user behind a session and returns at once.
     *
     * @return a future that ends by itself: with the user, if there is one, or with a {@link DbException}
     */
    CompletableFuture<Optional<User>> user(String session);

    /**
     * Asks what this user has ordered and returns at once.
     *
     * @return a future that ends by itself: with the orders or with a {@link DbException}
     */
    CompletableFuture<List<String>> orders(User user);
}
