package kata.testkit.time;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import kata.testkit.timeline.Recorder;
import kata.testkit.timeline.Span;

/**
 * The time in which an answer runs, in units. Given collaborators take every delay from here, so that a test can
 * decide by hand when each one ends ({@link HandClock}), or measure what a learner would feel ({@link RealClock}).
 */
public sealed interface KataClock permits HandClock, RealClock {

    /** Units since the start. */
    double now();

    /** Where the delays of this clock are recorded. */
    Recorder recorder();

    /**
     * Waits without holding a thread. Returns at once. The future is completed on the clock's own thread with the
     * work's value, or with what it throws; a caller may cancel it, and completing it does not move the clock.
     */
    <T> CompletableFuture<T> after(String lane, String what, double units, Callable<T> work);

    /** {@link #after} without a value. */
    default CompletableFuture<Void> pause(String lane, String what, double units) {
        return after(lane, what, units, () -> null);
    }

    /**
     * Waits and holds the calling thread meanwhile, as a blocking client does.
     *
     * @throws InterruptedException if the thread is interrupted; the span ends then
     */
    default void block(String lane, String what, double units) throws InterruptedException {
        try (Recorder.Open span = recorder().begin(lane, what, Span.Kind.BLOCKED)) {
            hold(units);
        }
    }

    /** Tells of each multiple of so many units while time goes on; what is told must come back soon. */
    void every(double units, DoubleConsumer tick);

    /** Holds the calling thread for so many units; records nothing. */
    void hold(double units) throws InterruptedException;
}
