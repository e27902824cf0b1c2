package kata.coroutine.test;

/** What goes wrong inside a body. */
final class AnyfuncFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    AnyfuncFailed(String message) {
        super(message);
    }

    /** Whether this is what was seen, or what caused it. */
    boolean isBehind(Throwable seen) {
        int depth = 0;
        for (Throwable inner = seen; inner != null && depth < 20; inner = inner.getCause(), depth++) {
            if (inner == this) {
                return true;
            }
        }
        return false;
    }
}
