package kata.gather.given;

/** How a job ended: well, with a value, or badly, with a cause. Given: do not change it. */
public sealed interface Outcome<T> {

    /** The job's value. */
    record Success<T>(T value) implements Outcome<T> {}

    /** The job's own exception, without wrappers. */
    record Failure<T>(Throwable cause) implements Outcome<T> {}
}
