package kata.slowserver.given;

import java.net.URI;

/** A request that brought no reply. Its message names the URL. Given: do not change it. */
public final class PullFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The server answered, but not with what was asked for. */
    public PullFailed(URI uri, int status) {
        super(uri + " answered with status " + status);
    }

    /** There was no answer. */
    public PullFailed(URI uri, Throwable cause) {
        super(uri + " did not answer: " + cause, cause);
    }
}
