package kata.virtual;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * Blocking is cheap again, on a thread that costs next to nothing: give each job a virtual thread of its own.
 * Check it with {@code ./kata check 17}, or {@code mvn test} in this folder.
 */
public final class AllAtOnce {
    private AllAtOnce() {}

    /**
     * Runs every job at the same time, each on a virtual thread of its own, and waits for all of them. When it comes
     * back, by whichever way, none of those threads is alive any more.
     *
     * @param jobs may block for as long as they like; they end soon after an interrupt
     * @return the results, in the order of the jobs
     * @throws Exception as soon as a job has failed: that failure, or an exception whose cause it is; all other jobs
     *     have been interrupted and have ended
     */
    public static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        // TODO: start a virtual thread for each job, wait for all, and stop the others when one fails.
        throw new UnsupportedOperationException("TODO: all runs every job on a virtual thread of its own");
    }
}
