package kata.testkit.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import kata.testkit.timeline.Recorder;
import kata.testkit.timeline.Span;

/**
 * A clock that stands still until the test moves it. Time jumps from one end of a delay to the next, so a run takes
 * no longer than its own instructions, and whether two delays overlapped does not depend on the machine.
 */
public final class HandClock implements KataClock, AutoCloseable {
    private final List<Pending> pending = new ArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("kata-clock").factory());
    private final Recorder recorder = new Recorder(this::now);
    private final List<String> completedByAnswer = new ArrayList<>();
    private final List<Ticker> tickers = new CopyOnWriteArrayList<>();
    private Comparator<Pending> order = Pending.FIRST_BEGUN_FIRST;
    private volatile DoubleConsumer beforeMoving = units -> {};
    private double now;
    private long registered;
    private boolean letsGo;

    @Override
    public synchronized double now() {
        return now;
    }

    @Override
    public Recorder recorder() {
        return recorder;
    }

    @Override
    public <T> CompletableFuture<T> after(String lane, String what, double units, Callable<T> work) {
        Recorder.Open span = recorder.begin(lane, what, Span.Kind.WAIT);
        CompletableFuture<T> given = new CompletableFuture<>();
        Pending entry = add(lane, units, () -> {
            span.close();
            complete(given, work);
        });
        given.whenComplete((value, problem) -> {
            if (remove(entry)) {
                span.close();
                if (!given.isCancelled()) {
                    noteCompletedByAnswer(lane);
                }
            }
        });
        return given;
    }

    static <T> void complete(CompletableFuture<T> future, Callable<T> work) {
        try {
            future.complete(work.call());
        } catch (Exception problem) {
            future.completeExceptionally(problem);
        }
    }

    @Override
    public void block(String lane, String what, double units) throws InterruptedException {
        try (Recorder.Open span = recorder.begin(lane, what, Span.Kind.BLOCKED)) {
            hold(lane, units);
        }
    }

    @Override
    public void hold(double units) throws InterruptedException {
        hold("", units);
    }

    private void hold(String lane, double units) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Pending entry = add(lane, units, over::countDown);
        try {
            over.await();
        } finally {
            remove(entry);
        }
    }

    @Override
    public void every(double units, DoubleConsumer tick) {
        tickers.add(new Ticker(units, now(), tick));
    }

    private synchronized Pending add(String lane, double units, Runnable ends) {
        Pending entry = new Pending(lane, now + units, ++registered, ends);
        // Whoever comes when the test is over waits for ever, as on any clock that nobody moves.
        if (letsGo && !thread.isShutdown()) {
            thread.execute(ends);
        } else {
            pending.add(entry);
        }
        return entry;
    }

    /**
     * For when all is known: ends every delay that is pending, and from now on each as soon as it begins, so that
     * nobody is kept waiting any longer. Time stands still meanwhile.
     */
    public synchronized void letGo() {
        letsGo = true;
        pending.stream().sorted(order).forEach(entry -> thread.execute(entry.ends));
        pending.clear();
    }

    private synchronized boolean remove(Pending entry) {
        return pending.remove(entry);
    }

    private synchronized void noteCompletedByAnswer(String lane) {
        completedByAnswer.add(lane);
    }

    /** How many delays have begun and not ended. */
    public synchronized int pending() {
        return pending.size();
    }

    /** The lanes of the delays that have begun and not ended, in the order in which they will end. */
    public synchronized List<String> pendingLanes() {
        return pending.stream().sorted(order).map(Pending::lane).toList();
    }

    /** The lanes whose pauses the answer ended itself, by completing the future that it had been given. */
    public synchronized List<String> completedByAnswer() {
        return List.copyOf(completedByAnswer);
    }

    /**
     * From now on delays that end at the same instant end in the reverse of the order in which they began: nobody may
     * count on the one who began last being the last to end.
     */
    public synchronized void lastBegunEndsFirst() {
        order = Pending.LAST_BEGUN_FIRST;
    }

    /** Tells by how many units time is about to move; all that can run before has run. */
    public void beforeMoving(DoubleConsumer told) {
        beforeMoving = told;
    }

    /** Whether the clock's thread is still busy with what hangs on the delays that ended last. */
    public boolean completing() {
        return running.get() > 0;
    }

    /**
     * Moves time to the end of the next delay and ends it, and every other one that ends at that instant, in the
     * order in which they began (see {@link #lastBegunEndsFirst}). Returns at once; what hangs on them runs on the clock's own thread.
     *
     * @return whether there was one
     */
    public boolean advance() {
        double next;
        double by;
        synchronized (this) {
            if (pending.isEmpty()) {
                return false;
            }
            next = pending.stream().mapToDouble(Pending::due).min().orElseThrow();
            by = next - now;
        }
        if (by > 0) {
            beforeMoving.accept(by);
        }
        tickUntil(next);
        List<Pending> due;
        synchronized (this) {
            now = Math.max(now, next);
            due = pending.stream()
                    .filter(entry -> entry.due <= next)
                    .sorted(order)
                    .toList();
            pending.removeAll(due);
        }
        running.incrementAndGet();
        thread.execute(() -> {
            try {
                due.forEach(entry -> entry.ends.run());
            } finally {
                running.decrementAndGet();
            }
        });
        return true;
    }

    private void tickUntil(double end) {
        while (true) {
            Ticker first = tickers.stream()
                    .min(Comparator.comparingDouble(Ticker::due))
                    .orElse(null);
            if (first == null || first.due() > end) {
                return;
            }
            double due = first.due();
            synchronized (this) {
                now = Math.max(now, due);
            }
            first.count++;
            first.tick.accept(due);
        }
    }

    @Override
    public synchronized void close() {
        thread.shutdownNow();
    }

    /** Only the thread that moves the clock counts. */
    private static final class Ticker {
        private final double units;
        private final double from;
        private final DoubleConsumer tick;
        private long count = 1;

        private Ticker(double units, double from, DoubleConsumer tick) {
            this.units = units;
            this.from = from;
            this.tick = tick;
        }

        private double due() {
            return from + count * units;
        }
    }

    private record Pending(String lane, double due, long order, Runnable ends) {
        private static final Comparator<Pending> FIRST_BEGUN_FIRST =
                Comparator.comparingDouble(Pending::due).thenComparingLong(Pending::order);
        private static final Comparator<Pending> LAST_BEGUN_FIRST = Comparator.comparingDouble(Pending::due)
                .thenComparing(Comparator.comparingLong(Pending::order).reversed());
    }
}
