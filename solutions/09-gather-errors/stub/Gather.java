package kata.gather;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

/**
 * Many jobs, some of which fail: hear of everything, or end at the first failure.
 * Check it with {@code ./kata check 09}, or {@code mvn test} in this folder.
 */
public final class Gather {
    private Gather() {}

    /**
     * Starts every job and waits until each has ended, well or badly. Returns at once.
     *
     * @return a future that never fails: the outcome of each job in the order of the jobs, complete when the last job has
     *     ended. The cause of a failure is the job's own exception, without wrappers
     */
    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        // TODO: start all jobs, turn the end of each into an outcome, and wait for all outcomes.
        throw new UnsupportedOperationException("TODO: settleAll waits for the outcome of every job");
    }

    /**
     * Starts every job and waits until all have ended well, or the first has failed. Returns at once.
     *
     * @return a future of all values in the order of the jobs. As soon as a job fails, the future fails with that job's
     *     own exception, without wrappers, and every job that is still under way is cancelled
     */
    public static <T> CompletableFuture<List<T>> failFast(List<Job<T>> jobs) {
        // TODO: start all jobs; at the first failure fail at once, and cancel those that are still under way.
        throw new UnsupportedOperationException("TODO: failFast ends at the first failure and cancels the rest");
    }
}
