package kata.testkit.time;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import kata.testkit.timeline.Recorder;
import kata.testkit.timeline.Span;

/**
 * The machine's own clock. It has a timer thread of its own: the JDK's shared one can be late by seconds while the
 * default pool is full.
 */
public final class RealClock implements KataClock, AutoCloseable {
    /** The length of a unit unless the system property {@code kata.unit.millis} says otherwise. */
    public static final long UNIT_MILLIS = Long.getLong("kata.unit.millis", 100);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kata-clock").factory());
    private final double unitNanos;
    private final Recorder recorder = new Recorder(this::now);
    private volatile long start = System.nanoTime();

    /** @param unitMillis milliseconds in a unit */
    public RealClock(double unitMillis) {
        this.unitNanos = unitMillis * 1e6;
        timer.schedule(() -> {}, 0, TimeUnit.NANOSECONDS);
    }

    /** Sets time to 0. */
    public void start() {
        start = System.nanoTime();
    }

    @Override
    public double now() {
        return (System.nanoTime() - start) / unitNanos;
    }

    @Override
    public Recorder recorder() {
        return recorder;
    }

    @Override
    public <T> CompletableFuture<T> after(String lane, String what, double units, Callable<T> work) {
        Recorder.Open span = recorder.begin(lane, what, Span.Kind.WAIT);
        CompletableFuture<T> given = new CompletableFuture<>();
        ScheduledFuture<?> task = timer.schedule(
                () -> {
                    span.close();
                    HandClock.complete(given, work);
                },
                nanos(units),
                TimeUnit.NANOSECONDS);
        given.whenComplete((value, problem) -> {
            span.close();
            task.cancel(false);
        });
        return given;
    }

    @Override
    public void hold(double units) throws InterruptedException {
        // To hold its thread for that long is what a blocking collaborator does.
        TimeUnit.NANOSECONDS.sleep(nanos(units));
    }

    @Override
    public void every(double units, DoubleConsumer tick) {
        timer.scheduleAtFixedRate(() -> tick.accept(now()), nanos(units), nanos(units), TimeUnit.NANOSECONDS);
    }

    private long nanos(double units) {
        return Math.round(units * unitNanos);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
