package kata.fakeasync.test;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kata.testkit.time.KataClock;

/**
 * The executor that is kept for blocking calls; it knows its own threads. It gives its caller back when the task has
 * reached the client, or has ended: so whatever a short task completes is complete before the caller goes on. On a
 * busy machine that order comes up by chance, and an answer that relies on the other one blocks the loop then.
 */
final class Io implements Executor, AutoCloseable {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean patient = true;
    private final Set<CountDownLatch> onTheWay = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Long> waitsOfCaller = ThreadLocal.withInitial(() -> 0L);
    private final AtomicInteger tasks = new AtomicInteger();
    private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        Thread thread = Thread.ofPlatform().daemon().unstarted(task);
        threads.add(thread);
        thread.setName("kata-io-" + threads.size());
        return thread;
    });
    private Executor starts = pool;

    /** The lane in which it is drawn that no thread is free yet. */
    static final String LANE = "io";

    /** With no thread free at first: each task begins so many units after it was handed over. */
    static Io busyFor(double units, KataClock clock) {
        Io io = new Io();
        io.patient = false;
        io.starts = task -> clock.after(LANE, "busy", units, () -> {
            io.pool.execute(task);
            return null;
        });
        return io;
    }

    @Override
    public void execute(Runnable task) {
        long before = Waits.ofThisThread();
        tasks.incrementAndGet();
        try {
            handOver(task);
        } finally {
            waitsOfCaller.set(waitsOfCaller.get() + Waits.ofThisThread() - before);
        }
    }

    private void handOver(Runnable task) {
        CountDownLatch there = new CountDownLatch(1);
        onTheWay.add(there);
        starts.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error untold) {
                // The future that pull gave back is judged, and nothing else.
            } finally {
                arrived(there);
            }
        });
        if (!patient) {
            return;
        }
        try {
            // Only which order is tried hangs on this bound: no verdict does. A task that takes another way, through
            // a lock for example, is waited for once; more of that would look as if the answer held its caller.
            patient = there.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The client has been reached. */
    void reachedClient() {
        onTheWay.forEach(this::arrived);
    }

    private void arrived(CountDownLatch there) {
        onTheWay.remove(there);
        there.countDown();
    }

    /** How often the calling thread has waited in {@link #execute}: that is this executor's doing. */
    long waitsOfCaller() {
        return waitsOfCaller.get();
    }

    /** Whether anything was handed to it. */
    boolean wasUsed() {
        return tasks.get() > 0;
    }

    boolean owns(Thread thread) {
        return threads.contains(thread);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
