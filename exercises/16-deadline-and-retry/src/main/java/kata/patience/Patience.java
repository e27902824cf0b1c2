package kata.patience;

import java.util.concurrent.CompletableFuture;
import kata.patience.given.Job;
import kata.patience.given.Timer;

/**
 * Give up in time, and try again later. Neither needs a thread that waits.
 * Check it with {@code ./kata check 16}, or {@code mvn test} in this folder.
 */
public final class Patience {
    private Patience() {}

    /**
     * Starts the job and gives it so many units. If it has not ended by then, the job's future is cancelled, so that
     * the work stops, and the future returned here fails with a {@link java.util.concurrent.TimeoutException}.
     *
     * @return at once, a future of the job's result or of its own failure if it ends in time
     */
    public static <T> CompletableFuture<T> withDeadline(Job<T> job, double units, Timer timer) {
        // TODO: start the job and the timer, and let whichever ends first decide.
        throw new UnsupportedOperationException("TODO: withDeadline gives a job up when its time is over");
    }

    /**
     * Starts the job, and starts it again when it has failed: after {@code backoff} units, then after twice as many, and
     * so on, up to {@code attempts} in all. A {@link kata.patience.given.FatalException} is not tried again.
     *
     * @param attempts at least 1
     * @return at once, a future of the first result, or of the last failure (itself, or as a cause)
     */
    public static <T> CompletableFuture<T> retry(Job<T> job, int attempts, double backoff, Timer timer) {
        // TODO: when an attempt fails, pause without holding a thread, then make the next.
        throw new UnsupportedOperationException("TODO: retry makes another attempt after a pause");
    }
}
