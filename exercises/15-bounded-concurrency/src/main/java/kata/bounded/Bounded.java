package kata.bounded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.bounded.given.Job;

/**
 * Do many things at once, but no more than the other side can bear.
 * Check it with {@code ./kata check 15}, or {@code mvn test} in this folder.
 */
public final class Bounded {
    private Bounded() {}

    /**
     * Does the job for every item, {@code limit} at a time: never more are under way, and as long as items are left
     * never fewer. Returns at once, and holds no worker of the common pool.
     *
     * <p>If a job fails, or throws when it is started, the other items are done all the same; then the future fails
     * with the first failure, in time or in the list (or with an exception whose cause it is).
     *
     * @param items may be empty, and some of them equal: each has a job of its own
     * @param limit at least 1; may be greater than the number of items
     * @return a future of the results in the order of {@code items}; it completes when the last job has ended
     */
    public static <T, R> CompletableFuture<List<R>> mapBounded(List<T> items, int limit, Job<T, R> job) {
        // TODO: start as many jobs as the limit allows, and the next one whenever one has ended.
        throw new UnsupportedOperationException("TODO: mapBounded keeps as many jobs under way as the limit allows");
    }
}
