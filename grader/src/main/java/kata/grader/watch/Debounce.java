package kata.grader.watch;

import java.util.Set;
import java.util.TreeSet;

/**
 * Makes one save of a burst: an editor empties a file, writes it, renames it, and touches it once more. It knows no
 * clock; whoever uses it says what time it is.
 */
final class Debounce {
    private final long quietNanos;
    private final long patienceNanos;
    private final Set<String> noted = new TreeSet<>();
    private long first;
    private long last;

    /**
     * @param quietNanos a burst is over when nothing has happened for so long
     * @param patienceNanos a burst is taken to be over after so long, whatever still happens
     */
    Debounce(long quietNanos, long patienceNanos) {
        this.quietNanos = quietNanos;
        this.patienceNanos = patienceNanos;
    }

    /** Something happened to what this name stands for. */
    void note(String name, long now) {
        first = noted.isEmpty() ? now : first;
        last = now;
        noted.add(name);
    }

    /** How long it takes until there may be something to {@link #take}; a long time if nothing was noted. */
    long nanosLeft(long now) {
        return noted.isEmpty() ? Long.MAX_VALUE : Math.max(0, Math.min(last + quietNanos, first + patienceNanos) - now);
    }

    /** The names noted in a burst that is over; none if there is no such burst. */
    Set<String> take(long now) {
        if (nanosLeft(now) > 0) {
            return Set.of();
        }
        Set<String> taken = Set.copyOf(noted);
        noted.clear();
        return taken;
    }
}
