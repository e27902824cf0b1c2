package kata.testkit.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Records which lines of the answer hold which threads, and for how long, by the JVM's flight recorder and by looking
 * at all threads every few milliseconds. To start it takes some hundred milliseconds: it is for a second run, once
 * something is known to be wrong.
 */
public final class EvidenceRecorder implements AutoCloseable {
    /** Shorter than this is the machine's doing. */
    private static final Duration LEAST = Duration.ofMillis(10);

    /** How long a sleep may go on after the test, so that its whole length can be told. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final Optional<Flight> flight;
    private final Sampler sampler;
    private volatile Instant since;

    private EvidenceRecorder(Threads threads) {
        this.flight = Flight.start(threads);
        this.sampler = new Sampler(threads);
        this.since = Instant.now();
    }

    /** Starts to record. */
    public static EvidenceRecorder start(Threads threads) {
        return new EvidenceRecorder(threads);
    }

    /** From here on it counts: what was before, as a warm-up, does not. */
    public void beginsNow() {
        since = Instant.now();
    }

    /** Ends the recording and gives what it saw, the longest first; empty if it saw nothing. */
    public List<Blocking> stop() {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (sampler.seesSomethingThatEndsByItself() && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        // A call that never returns leaves no event: the sampler looks once more before the recording ends.
        List<Hold> holds = new ArrayList<>(sampler.holds());
        sampler.close();
        flight.ifPresent(recording -> holds.addAll(recording.stop()));
        return Blocking.of(holds, since, LEAST);
    }

    @Override
    public void close() {
        sampler.close();
        flight.ifPresent(Flight::close);
    }
}
