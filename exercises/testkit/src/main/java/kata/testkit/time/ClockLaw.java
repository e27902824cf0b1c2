package kata.testkit.time;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kata.testkit.Call;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Evidence;
import kata.testkit.evidence.ReadyThreads;
import kata.testkit.evidence.Threads;
import kata.testkit.result.Reports;
import kata.testkit.timeline.Timeline;

/**
 * The clock confirms what structure has decided. One short run warms the code up; then the first of three attempts
 * inside both bounds passes, for noise only ever adds time. While an attempt runs, a heartbeat measures how late
 * the machine itself is: by how much the latest beat was late, and how long threads waited in the queue for a
 * processor. An attempt that is late by no more than three such beats, or than that time, does not count, and where
 * too few count the clock has nothing to say.
 */
public final class ClockLaw {
    private static final int COUNTED = 3;
    private static final int IN_ALL = 8;
    private static final double EARLY = 0.98;

    private final String what;
    private final double atLeast;
    private final double atMost;
    private final Threads threads;
    private final Timeline right;

    /** Bounds in units; {@code what} begins the sentence of a failure, as in "Your three counts". */
    public ClockLaw(String what, double atLeast, double atMost, Threads threads, Timeline right) {
        this.what = what;
        this.atLeast = atLeast;
        this.atMost = atMost;
        this.threads = threads;
        this.right = right;
    }

    /** Makes the call to be measured, on this clock. */
    public interface Body {
        Call<?> start(RealClock clock, String method);
    }

    /** Measures; returns the timeline of the attempt that passed. */
    public Timeline measure(Body body) {
        // Where structure has already decided, one attempt is enough to show what it costs.
        int enough = Reports.isRed() || Evidence.isAllThatIsWanted() ? 1 : COUNTED;
        if (!Reports.isRed()) {
            attempt(body, RealClock.UNIT_MILLIS / 10.0, false);
        }
        Attempt best = null;
        int counted = 0;
        for (int i = 0; i < IN_ALL && counted < enough; i++) {
            // Most pass at the first attempt, and need not pay for looks that only one that is late would want.
            boolean looks = i > 0;
            Attempt attempt = attempt(body, RealClock.UNIT_MILLIS, looks);
            if (attempt.took < atLeast * EARLY) {
                throw failure(Causes.TOO_FAST, attempt, "that work cannot take less than " + units(atLeast));
            }
            if (attempt.took <= atMost) {
                return attempt.timeline;
            }
            if (best == null || attempt.took < best.took) {
                best = attempt;
            }
            if ((looks || enough == 1) && attempt.took > atMost + attempt.lateness) {
                counted++;
            }
        }
        if (counted == enough) {
            throw failure(Causes.TOO_SLOW, best, "a right answer needs about " + units(atLeast));
        }
        return best.timeline;
    }

    private KataFailure failure(Cause cause, Attempt attempt, String but) {
        return new KataFailure(
                cause,
                what + " took " + units(attempt.took) + ", but " + but + ".",
                List.of(),
                attempt.timeline,
                right);
    }

    private static String units(double value) {
        return String.format(Locale.ROOT, "%.1f units", value).replace("1.0 units", "1 unit");
    }

    private record Attempt(double took, double lateness, Timeline timeline) {}

    private Attempt attempt(Body body, double unitMillis, boolean looks) {
        try (RealClock clock = new RealClock(unitMillis);
                Heartbeat heartbeat = new Heartbeat(looks)) {
            Evidence.beginsNow();
            clock.start();
            Call<?> call = body.start(clock, what);
            // Where structure has decided already, nobody should wait ten seconds to see it confirmed.
            int seconds = Evidence.isAllThatIsWanted() || Reports.isRed() ? 3 : 10;
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (!call.isDone() && System.nanoTime() < patience + heartbeat.latenessNanos(10)) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
            }
            if (!call.isDone()) {
                throw new KataFailure(
                        Causes.NEVER_FINISHED,
                        what + " had not ended after " + (seconds == 3 ? "three" : "ten") + " seconds.",
                        threads.waitingEverywhere(),
                        clock.recorder().timeline(),
                        right);
            }
            call.value();
            return new Attempt(
                    call.doneAt(),
                    heartbeat.latenessNanosUntilNow(3) / (unitMillis * 1e6),
                    clock.recorder().timeline());
        }
    }

    /**
     * Wakes every two milliseconds and keeps by how much it was late when it was latest. That tells of a machine that
     * stands still. A busy one lets those who wake through at once, and keeps those waiting who compute: so it may
     * also ask, every ten milliseconds, for how long the threads of this process have been in the queue for a
     * processor. Their waits are added, for one may follow the other; that some of them waited at the same time can
     * only acquit. Where there are so many threads that a look takes long, it looks less often: looking must not be
     * what keeps the machine busy.
     */
    private static final class Heartbeat implements AutoCloseable {
        private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(2);
        private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(10);
        /** A look may take no more than one part in so many of the time. */
        private static final int SHARE = 10;

        /** It polls, and so waits for a processor again and again, with nobody waiting for it. */
        private final String measurer = ReadyThreads.self();

        private final boolean looks;
        private final Map<String, Long> queuedBefore;
        private final Map<String, Long> queuedNow = new HashMap<>();
        private volatile long worst;
        private volatile boolean over;

        private Heartbeat(boolean looks) {
            this.looks = looks;
            this.queuedBefore = looks ? ReadyThreads.queuedNanos() : Map.of();
            Thread.ofPlatform().daemon().name("kata-watch-heartbeat").start(this::beat);
        }

        private void beat() {
            long looked = System.nanoTime();
            long pause = BETWEEN_LOOKS;
            while (!over) {
                long before = System.nanoTime();
                LockSupport.parkNanos(BEAT);
                long woken = System.nanoTime();
                worst = Math.max(worst, woken - before - BEAT);
                if (looks && woken - looked >= pause) {
                    look();
                    looked = System.nanoTime();
                    pause = Math.max(BETWEEN_LOOKS, SHARE * (looked - woken));
                }
            }
        }

        /** Of a thread that has ended since, what it had waited at the last look stays. */
        private synchronized void look() {
            queuedNow.putAll(ReadyThreads.queuedNanos());
        }

        private synchronized long queued() {
            return queuedNow.entrySet().stream()
                    .filter(task -> !task.getKey().equals(measurer))
                    .mapToLong(task -> task.getValue() - queuedBefore.getOrDefault(task.getKey(), 0L))
                    .sum();
        }

        /** @param beats how many of the latest delays are allowed for */
        private long latenessNanos(int beats) {
            return Math.max(beats * worst, queued());
        }

        /** As {@link #latenessNanos}, to this very moment. */
        private long latenessNanosUntilNow(int beats) {
            if (looks) {
                look();
            }
            return latenessNanos(beats);
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
