package kata.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;
import kata.testkit.time.HandClock;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/**
 * One thread, {@code kata-loop}, that runs what it is given in turn, and a heartbeat that is one of these tasks. A
 * beat that cannot run when it is due was kept waiting by the task before it: that task blocked the loop. In
 * hand-moved time no beat is missed by accident, for time does not go on before the beat has run, unless the loop
 * was already held by another task when its time came.
 */
public final class Loop implements Executor, AutoCloseable {
    /** The lane in which the beats are drawn. */
    public static final String LANE = "loop";
    /** Units from one heartbeat to the next. */
    public static final double BEAT = 0.25;

    private static final double LATE = BEAT / 2;
    private final KataClock clock;
    private final Threads threads;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicInteger missed = new AtomicInteger();
    private final Map<Sighting, Integer> held = new LinkedHashMap<>();
    private volatile Thread thread;
    private final ExecutorService tasks = Executors.newSingleThreadExecutor(work -> {
        thread = Thread.ofPlatform().daemon().name("kata-loop").unstarted(work);
        return thread;
    });

    /** Starts a loop whose heart beats in the time of this clock. */
    public Loop(KataClock clock, Threads threads) {
        this.clock = clock;
        this.threads = threads;
        clock.every(BEAT, this::beat);
    }

    @Override
    public void execute(Runnable task) {
        unfinished.incrementAndGet();
        tasks.execute(() -> {
            try {
                task.run();
            } finally {
                unfinished.decrementAndGet();
            }
        });
    }

    /** Whether every task that was given to the loop has ended. */
    public boolean idle() {
        return unfinished.get() == 0;
    }

    /** How many heartbeats were late. */
    public int missed() {
        return missed.get();
    }

    /** The lines of the answer that held the loop when a heartbeat was due, each with the beats that it cost. */
    public synchronized List<Sighting> held() {
        return held.entrySet().stream()
                .map(line -> line.getKey().withUnits(line.getValue() * BEAT))
                .toList();
    }

    /** The same timeline and the heartbeats of a free loop up to this time. */
    public static Timeline beats(Timeline timeline, double until) {
        Timeline with = timeline;
        for (int beat = 1; beat * BEAT <= until; beat++) {
            with = with.with(LANE, Span.Kind.WORK, beat * BEAT, beat * BEAT);
        }
        return with;
    }

    private void beat(double due) {
        boolean free = idle();
        CountDownLatch ran = new CountDownLatch(1);
        // Not counted among the unfinished tasks: one beat must not make the next one late.
        tasks.execute(() -> {
            if (late(due, free)) {
                missed.incrementAndGet();
            } else {
                clock.recorder().begin(LANE, "beat", Span.Kind.WORK).close();
            }
            ran.countDown();
        });
        if (!free) {
            sight().ifPresent(this::add);
        } else if (byHand()) {
            await(ran);
        }
    }

    private boolean late(double due, boolean free) {
        return byHand() ? !free : clock.now() - due > LATE;
    }

    private boolean byHand() {
        return clock instanceof HandClock;
    }

    private synchronized void add(Sighting line) {
        held.merge(line, 1, Integer::sum);
    }

    private Optional<Sighting> sight() {
        Thread seen = thread;
        return seen == null ? Optional.empty() : threads.sighting(seen.getName(), seen.getStackTrace());
    }

    private static void await(CountDownLatch ran) {
        try {
            // It ends at once; the bound is for an answer that blocks the loop in this very instant.
            ran.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        tasks.shutdownNow();
    }
}
