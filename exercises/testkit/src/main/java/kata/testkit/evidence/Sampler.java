package kata.testkit.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at all threads every few milliseconds. It sees what the flight recorder has no event for: a call that never
 * returns, a line that runs on and on, and on older JVMs {@code accept}, {@code select} and parked virtual threads.
 */
final class Sampler implements AutoCloseable {
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long VIRTUAL_EVERY = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
    private static final long WORKS_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final int SPIN_SAMPLES = 5;

    private final Threads threads;
    private final Map<Long, Open> waiting = new HashMap<>();
    private final Map<Long, Open> running = new HashMap<>();
    private final List<Hold> holds = new ArrayList<>();
    private Instant lastVirtual = Instant.now();
    private Instant sinceMiddle = lastVirtual;
    private long nextVirtual;
    private volatile boolean over;
    private final Thread thread;

    Sampler(Threads threads) {
        this.threads = threads;
        this.thread = Thread.ofPlatform().daemon().name("kata-watch-sampler").start(this::run);
    }

    private void run() {
        while (!over) {
            look(false);
            LockSupport.parkNanos(EVERY);
        }
    }

    /** What was seen so far; a thread that is still held counts as not returned. */
    synchronized List<Hold> holds() {
        look(true);
        List<Hold> all = new ArrayList<>(holds);
        waiting.values().forEach(open -> all.add(open.hold(false)));
        running.values().stream().filter(Open::spins).forEach(open -> all.add(open.hold(false)));
        return all;
    }

    /** Whether a call that will come back by itself, as a sleep does, has not yet. */
    synchronized boolean seesSomethingThatEndsByItself() {
        return waiting.values().stream().anyMatch(open -> Calls.takesRealTime(open.at.call()));
    }

    private synchronized void look(boolean everywhere) {
        Set<Long> held = new HashSet<>();
        Instant now = Instant.now();
        Threads.observed().forEach(thread -> {
            StackTraceElement[] stack = thread.getStackTrace();
            Optional<Sighting> at = threads.sighting(thread.getName(), stack, thread.getState());
            if (at.isPresent()) {
                long id = thread.threadId();
                long cpu = Threads.cpuNanos(thread);
                held.add(id);
                see(id, at.get(), waits(id, thread, stack, cpu), Threads.stillLinking(stack), cpu, now);
            }
        });
        close(held, id -> id >= 0);
        long nanos = System.nanoTime();
        if ((everywhere || nanos >= nextVirtual) && !ReadyThreads.carriersAreKeptWaiting()) {
            lookAtVirtualThreads();
            // A dump stops nobody, but it costs: half of the time goes to others.
            nextVirtual = Math.max(nanos + VIRTUAL_EVERY, System.nanoTime() + (System.nanoTime() - nanos));
        }
    }

    /** A native method may wait, as accept does, or be one of the many that a busy loop calls. */
    private boolean waits(long id, Thread thread, StackTraceElement[] stack, long cpu) {
        if (thread.getState() != Thread.State.RUNNABLE) {
            return true;
        }
        Open busy = running.get(id);
        return Threads.idleInNative(stack) && (busy == null || cpu - busy.cpu < WORKS_NANOS);
    }

    private void lookAtVirtualThreads() {
        Set<Long> held = new HashSet<>();
        Instant now = Instant.now();
        // Looks are far apart: who is seen for the first time was held since about the middle of that while.
        sinceMiddle = middle(lastVirtual, now);
        for (ThreadDump.Virtual seen : ThreadDump.virtualThreads()) {
            // Who runs is found by the flight recorder's samples of the processor: a dump cannot tell what it used.
            if (seen.waits()) {
                threads.sighting(seen.name(), seen.stack(), seen.state()).ifPresent(at -> {
                    held.add(-seen.id());
                    see(-seen.id(), at, true, false, 0, now);
                });
            }
        }
        close(held, id -> id < 0);
        lastVirtual = now;
    }

    private static Instant middle(Instant from, Instant to) {
        return from.plus(Duration.between(from, to).dividedBy(2));
    }

    private void see(long id, Sighting at, boolean waits, boolean linking, long cpu, Instant now) {
        Map<Long, Open> same = waits ? waiting : running;
        end(waits ? running : waiting, id);
        Open open = same.get(id);
        boolean goesOn =
                open != null && (waits ? open.at.equals(at) : open.at.method().equals(at.method()));
        if (!goesOn || linking) {
            end(same, id);
            open = new Open(waits ? at : at.running(), id < 0 ? sinceMiddle : now, cpu);
            same.put(id, open);
        }
        open.seen(waits ? at : at.running(), now, cpu);
    }

    private void close(Set<Long> held, java.util.function.LongPredicate ofThisKind) {
        for (Map<Long, Open> map : List.of(waiting, running)) {
            for (Long id : List.copyOf(map.keySet())) {
                if (ofThisKind.test(id) && !held.contains(id)) {
                    end(map, id);
                }
            }
        }
    }

    private void end(Map<Long, Open> map, long id) {
        Open open = map.remove(id);
        if (open != null && (map == waiting || open.spins())) {
            if (id < 0) {
                open.to = open.to.plus(Duration.between(lastVirtual, sinceMiddle));
            }
            holds.add(open.hold(true));
        }
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }

    /** A thread that has been seen at one place since some time. */
    private static final class Open {
        private final Sighting at;
        private final Instant from;
        private final long cpuBefore;
        private final Map<Sighting, Integer> lines = new HashMap<>();
        private Instant to;
        private long cpu;
        private int samples;

        private Open(Sighting at, Instant from, long cpu) {
            this.at = at;
            this.from = from;
            this.cpuBefore = cpu;
        }

        private void seen(Sighting line, Instant now, long used) {
            lines.merge(line, 1, Integer::sum);
            to = now;
            cpu = used;
            samples++;
        }

        private boolean spins() {
            return samples >= SPIN_SAMPLES && cpu - cpuBefore >= SPIN_NANOS;
        }

        private Hold hold(boolean returned) {
            Sighting most = lines.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            return new Hold(most, from, to, returned);
        }
    }
}
