package kata.eventloop.test;

import java.io.IOException;
import java.nio.channels.Selector;
import kata.eventloop.given.RealTime;
import kata.eventloop.given.Time;
import kata.testkit.diagnosis.KataFailure;

/** The machine's own time, for a loop that may be wrong: one that goes round for ever is ended, and told why. */
final class BoundedTime implements Time {
    private static final int MANY = 2_000;
    private static final long FIVE_SECONDS = 5_000_000_000L;

    private final Time time = new RealTime();
    private final long begun = time.now();
    private int looks;

    @Override
    public long now() {
        long now = time.now();
        if (now - begun > FIVE_SECONDS) {
            throw new KataFailure(World.ENDLESS, "After five seconds run() had not come back.");
        }
        return now;
    }

    @Override
    public void select(Selector selector, long nanos) throws IOException {
        now();
        if (++looks > MANY) {
            throw nanos < 0
                    ? new KataFailure(
                            World.ENDLESS,
                            "Nothing was left to run and nothing to wait for, but" + " run() did not return.")
                    : new KataFailure(
                            World.BUSY_WAIT,
                            "The loop looked two thousand times whether something" + " was due, instead of waiting.");
        }
        time.select(selector, nanos);
    }
}
