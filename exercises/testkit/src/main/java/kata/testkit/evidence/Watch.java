package kata.testkit.evidence;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Waits for something to happen, or for proof that it never will. "Never" cannot be a number of milliseconds: a
 * machine with eight busy processes needs longer than an idle one. So the program counts as still only when nothing
 * was recorded, no thread was running and no processor time was used, for a while in which this watcher itself
 * handed work to other threads and got it back many times over: had another thread been ready to run, the
 * operating system's scheduler would have let it run in between. Linux is asked as well whether one was.
 */
public final class Watch {

    /** How the waiting ended. */
    public enum End {
        /** The condition holds. */
        MET,
        /** It does not hold, and nothing moves any more. */
        STILL,
        /** It does not hold, and a line of the answer keeps a processor busy; see {@link Watch#spinner}. */
        SPINNING,
        /** It does not hold, and something still moved when the patience was at its end. */
        RESTLESS
    }

    /** How much proof is wanted. */
    public enum Patience {
        /** To see whether something ends early that should not end yet. */
        SHORT(40, 8),
        /** To accuse: long enough to be sure. */
        LONG(250, 60);

        private final long millis;
        private final int handoffs;

        Patience(long millis, int handoffs) {
            this.millis = millis;
            this.handoffs = handoffs;
        }
    }

    /** Something that moves all the time without getting anywhere is given up after this; a right answer never is. */
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    /** On a machine that is busy with something else it may take so much longer. */
    private static final Duration MOST_QUEUED = AT_MOST.multipliedBy(2);
    /** Once given up, it is not waited for as long again. */
    private static final Duration AT_MOST_AGAIN = Duration.ofSeconds(1);
    /** Much printing takes long as well: only who uses the processor for longer than that is asking in vain. */
    private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long VIRTUAL_SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
    /** Who uses so much while nothing happens asks in vain, even if in so many short naps that no sample is sure. */
    private static final long CERTAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5000);

    private static final int SPIN_SAMPLES = 5;
    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(4);
    /** What happens at all happens soon as a rule; to ask often for longer only costs processor time. */
    private static final int OFTEN = 5;

    private final Threads threads;
    private final LongSupplier events;
    private Sighting spinner;
    private boolean gaveUp;

    /** @param events a count that grows with everything that happens in the run under test */
    public Watch(Threads threads, LongSupplier events) {
        this.threads = threads;
        this.events = events;
    }

    /** Whether a wait ended {@link End#RESTLESS}. */
    public boolean gaveUp() {
        return gaveUp;
    }

    /** The line that kept a processor busy, after {@link End#SPINNING}. */
    public Optional<Sighting> spinner() {
        return Optional.ofNullable(spinner);
    }

    /**
     * Waits until the condition holds or nothing moves; at most half a minute in which there was a processor for it.
     * Call it from the test's own thread.
     */
    public End until(BooleanSupplier condition, Patience patience) {
        if (condition.getAsBoolean()) {
            return End.MET;
        }
        try (Handoffs handoffs = new Handoffs()) {
            Round round = new Round(patience, handoffs);
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval((polls, last) -> polls < OFTEN ? Duration.ofMillis(1) : BETWEEN_SAMPLES)
                    .forever()
                    .until(() -> round.decide(condition));
            return round.end;
        }
    }

    private final class Round {
        private final Patience patience;
        private final Handoffs handoffs;
        private final long latest = System.nanoTime() + (gaveUp ? AT_MOST_AGAIN : AT_MOST).toNanos();
        private final long ownQueuedBefore = ReadyThreads.ownQueuedNanos();
        private final long later = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        private Map<String, Long> queuedBefore = Map.of();
        private final Map<Thread, Spin> spins = new HashMap<>();
        private final Map<Thread, Long> lastUsed = new HashMap<>();
        private long deadline = latest;
        private long quietSince;
        private int quietHandoffs;
        private long lastEvents = -1;
        private long lastCpu;
        private long nextSample;
        private long quietEvents = -1;
        private long cpuAtEvent;
        private long nextLook;
        private End end = End.MET;

        private Round(Patience patience, Handoffs handoffs) {
            this.patience = patience;
            this.handoffs = handoffs;
        }

        private boolean decide(BooleanSupplier condition) {
            if (condition.getAsBoolean()) {
                end = End.MET;
                return true;
            }
            long now = System.nanoTime();
            if (now > deadline) {
                // What this thread, or one of the answer's, has waited for a processor was not the answer's doing.
                deadline = latest + Math.min(queued(), MOST_QUEUED.toNanos());
            }
            if (now > deadline) {
                moved();
                if (spinner == null) {
                    spinner = threads.virtualSpinner().orElse(null);
                }
                ends(condition, spinner != null ? End.SPINNING : End.RESTLESS);
                gaveUp |= end == End.RESTLESS;
                return true;
            }
            if (now >= nextSample && sample(condition, now)) {
                return true;
            }
            // After the look, not before it: whoever takes the work up has had the time to end when the next one comes.
            handoffs.once();
            return false;
        }

        /** For how long the thread that had to wait longest for a processor has waited. */
        private long queued() {
            long most = ReadyThreads.ownQueuedNanos() - ownQueuedBefore;
            if (!queuedBefore.isEmpty()) {
                for (Map.Entry<String, Long> thread : ReadyThreads.queuedNanos().entrySet()) {
                    most = Math.max(most, thread.getValue() - queuedBefore.getOrDefault(thread.getKey(), 0L));
                }
            }
            return most;
        }

        private boolean sample(BooleanSupplier condition, long now) {
            nextSample = now + BETWEEN_SAMPLES.toNanos();
            if (queuedBefore.isEmpty() && now > later && !gaveUp) {
                // Not at the beginning: most waits are over before it could matter.
                queuedBefore = ReadyThreads.queuedNanos();
            }
            if (moved()) {
                quietFromNow();
                return spinner != null && ends(condition, End.SPINNING);
            }
            boolean longEnough = now - quietSince >= TimeUnit.MILLISECONDS.toNanos(patience.millis);
            if (!longEnough || handoffs.count - quietHandoffs < patience.handoffs) {
                return false;
            }
            if (ReadyThreads.someAreKeptWaiting()) {
                quietFromNow();
                return false;
            }
            return ends(condition, End.STILL);
        }

        private void quietFromNow() {
            quietSince = System.nanoTime();
            quietHandoffs = handoffs.count;
        }

        private boolean ends(BooleanSupplier condition, End how) {
            end = condition.getAsBoolean() ? End.MET : how;
            return true;
        }

        private boolean moved() {
            boolean moved = false;
            long count = events.getAsLong();
            if (count != lastEvents) {
                lastEvents = count;
                spins.clear();
                moved = true;
            }
            long cpu = 0;
            for (Thread thread : Threads.observed()) {
                long used = Threads.cpuNanos(thread);
                cpu += used;
                boolean runs = thread.getState() == Thread.State.RUNNABLE;
                // Whoever has not had a processor since the last look is where he was.
                if (runs || used != lastUsed.getOrDefault(thread, 0L)) {
                    StackTraceElement[] stack = thread.getStackTrace();
                    moved |= runs && !Threads.idleInNative(stack);
                    spins(thread, stack, used);
                }
                lastUsed.put(thread, used);
            }
            // Reading a clock costs a thread something too; a millisecond in a sample is work.
            if (cpu - lastCpu > TimeUnit.MILLISECONDS.toNanos(1)) {
                moved = true;
            }
            lastCpu = cpu;
            if (count != quietEvents) {
                quietEvents = count;
                cpuAtEvent = cpu;
            } else if (cpu - cpuAtEvent >= VIRTUAL_SPIN_NANOS && System.nanoTime() >= nextLook) {
                lookAtVirtualThreads(cpu - cpuAtEvent >= CERTAIN_NANOS);
            }
            return moved;
        }

        /**
         * A virtual thread that spins is on no stack that the JVM shows cheaply; but somebody has used the processor
         * for long, and nothing was recorded. Ten thousand threads that have just been let go need far less than that,
         * and none of them is seen again and again.
         */
        private void lookAtVirtualThreads(boolean certain) {
            Optional<Sighting> seen = certain ? threads.busiestVirtual() : threads.virtualSpinner();
            if (events.getAsLong() == quietEvents) {
                spinner = seen.orElse(null);
            }
            nextLook = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1000);
        }

        private void spins(Thread thread, StackTraceElement[] stack, long used) {
            Optional<Sighting> at =
                    Threads.stillLinking(stack) ? Optional.empty() : threads.sighting(thread.getName(), stack);
            if (at.isEmpty()) {
                spins.remove(thread);
                return;
            }
            Spin spin = spins.computeIfAbsent(thread, ignored -> new Spin(used));
            // On a machine so busy that the patience ends first, a line that was running at each look is enough.
            long enough = System.nanoTime() < deadline ? SPIN_NANOS : SPIN_NANOS / 4;
            if (++spin.samples >= SPIN_SAMPLES && used - spin.usedBefore >= enough) {
                spinner = at.get().running();
            }
        }
    }

    private static final class Spin {
        private final long usedBefore;
        private int samples;

        private Spin(long usedBefore) {
            this.usedBefore = usedBefore;
        }
    }

    /** Work handed to a platform thread and to a virtual one, and taken back. */
    private static final class Handoffs implements AutoCloseable {
        private final SynchronousQueue<Boolean> there = new SynchronousQueue<>();
        private final SynchronousQueue<Boolean> back = new SynchronousQueue<>();
        private final AtomicBoolean virtualIsBack = new AtomicBoolean(true);
        private final Thread partner =
                Thread.ofPlatform().daemon().name("kata-watch-handoff").start(this::answer);
        private int virtualMissing;
        private int count;

        private void answer() {
            try {
                while (there.take()) {
                    back.put(true);
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }

        private void once() {
            try {
                there.put(true);
                back.take();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The test was interrupted", stopped);
            }
            // An answer may hold every carrier; then the virtual hand-off never comes back and must not hang us.
            if (virtualIsBack.compareAndSet(true, false)) {
                virtualMissing = 0;
                Thread.startVirtualThread(() -> virtualIsBack.set(true));
                count++;
            } else if (++virtualMissing > 200) {
                count++;
            }
        }

        @Override
        public void close() {
            partner.interrupt();
        }
    }
}
