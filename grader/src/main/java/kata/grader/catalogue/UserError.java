package kata.grader.catalogue;

/** Something that a person can put right: its message is one clear sentence that says what, where and how. */
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
