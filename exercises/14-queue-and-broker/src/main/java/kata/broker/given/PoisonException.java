package kata.broker.given;

/** A message that no consumer can handle, however often it is tried. Given: do not change it. */
public final class PoisonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PoisonException(Message message) {
        super(message + " cannot be handled");
    }
}
