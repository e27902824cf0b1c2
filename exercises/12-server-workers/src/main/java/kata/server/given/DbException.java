package kata.server.given;

/** A query that went wrong. Given: do not change it. */
public final class DbException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DbException(String message) {
        super(message);
    }
}
