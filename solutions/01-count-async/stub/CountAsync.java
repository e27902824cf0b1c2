package kata.countasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;

/**
 * Count without waiting for your neighbour: start everything, then wait once.
 * Check it with {@code ./kata check 01}, or {@code mvn test} in this folder.
 */
public final class CountAsync {
    private CountAsync() {}

    /**
     * Says "One", lets one second pass, says "Two". Returns at once, before that second has passed.
     *
     * @return a future that completes after "Two" has been said
     */
    public static CompletableFuture<Void> count(String id, Voice voice, Pause pause) {
        // TODO: say One, begin a pause of one second, and say Two when the pause is over.
        throw new UnsupportedOperationException("TODO: count says One, pauses for a second, then says Two");
    }

    /**
     * Counts with every id at the same time. An id that is there twice is counted with twice.
     *
     * @return a future that completes when the last count has ended
     */
    public static CompletableFuture<Void> countAll(List<String> ids, Voice voice, Pause pause) {
        // TODO: start a count for every id, then give back one future for all of them.
        throw new UnsupportedOperationException("TODO: countAll starts a count for every id and waits for them together");
    }
}
