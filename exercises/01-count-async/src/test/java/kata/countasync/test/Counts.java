package kata.countasync.test;

import java.util.concurrent.CompletableFuture;
import kata.countasync.given.Pause;
import kata.countasync.given.Voice;
import kata.testkit.time.KataClock;

/** The given voice and pause, on a clock of the testkit: every word and every pause is written down. */
record Counts(KataClock clock) implements Voice, Pause {

    @Override
    public void say(String id, String word) {
        clock.recorder().mark(id, word);
    }

    @Override
    public CompletableFuture<Void> seconds(String id, int seconds) {
        return clock.pause(id, "pause", seconds);
    }
}
