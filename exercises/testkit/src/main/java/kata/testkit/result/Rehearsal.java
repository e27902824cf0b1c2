package kata.testkit.result;

import java.util.concurrent.CompletableFuture;
import kata.testkit.time.KataClock;
import org.junit.jupiter.api.Test;

/**
 * Run by a child JVM while it waits for its answer, so that the test framework has found its feet when the answer
 * comes. It is no test of anything, and no runner takes it for one by its name.
 */
public final class Rehearsal {
    @Test
    void nothing_happens() {}

    /** A wrong answer to rehearse with: the second pause begins when the first is over. */
    public static CompletableFuture<Void> oneAfterAnother(KataClock clock) {
        clock.after("Ada", "pause", 1, () -> "over").join();
        return clock.after("Ben", "pause", 1, () -> null);
    }
}
