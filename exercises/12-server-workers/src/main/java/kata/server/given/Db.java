package kata.server.given;

import java.util.List;
import java.util.Optional;

/** A database that holds the calling thread until it has an answer. The twin works with it. Given. */
public interface Db {

    /**
     * The user behind a session, if there is one.
     *
     * @throws DbException if the query fails
     */
    Optional<User> user(String session);

    /**
     * What this user has ordered.
     *
     * @throws DbException if the query fails
     */
    List<String> orders(User user);
}
