package kata.patience.given;

/** A failure that another attempt will not mend: a wrong password stays wrong. Given: do not change it. */
public final class FatalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FatalException(String message) {
        super(message);
    }
}
