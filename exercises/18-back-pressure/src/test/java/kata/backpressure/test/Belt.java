package kata.backpressure.test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import kata.backpressure.given.Work;
import kata.testkit.time.KataClock;

/**
 * A publisher that gives what it is asked for and not one item more, on a thread of its own, the work on its items,
 * and one book for both: what was asked for, what came, what is done.
 */
final class Belt implements Flow.Publisher<String>, Work<String> {
    /** The name of the thread on which the publisher signals. */
    static final String THREAD = "kata-publisher";

    private final KataClock clock;
    private final List<String> items;
    private final Map<String, Double> units;
    private final Map<String, RuntimeException> fails;
    private final Throwable ending;
    private final Executor thread = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(THREAD).factory());

    private Flow.Subscriber<? super String> subscriber;
    private boolean subscribed;
    private boolean over;
    private boolean knowsIt;
    private boolean cancelled;
    private long open;
    private long asked;
    private long done;
    private int came;
    private int started;
    private long mostOpen;
    private long largest;
    private long askedAfterTheEnd;
    private Throwable thrown;
    private double signalSince = Double.NaN;
    private double signalHeld;

    /**
     * @param units how long the work takes, by item; 1 where nothing is said
     * @param fails what the work on some items fails with
     * @param ending what the stream fails with behind the last item; null if it ends well
     */
    Belt(
            KataClock clock,
            List<String> items,
            Map<String, Double> units,
            Map<String, RuntimeException> fails,
            Throwable ending) {
        this.clock = clock;
        this.items = items;
        this.units = units;
        this.fails = fails;
        this.ending = ending;
    }

    Belt(KataClock clock, List<String> items) {
        this(clock, items, Map.of(), Map.of(), null);
    }

    boolean holdsTwice(String item) {
        return items.indexOf(item) < items.lastIndexOf(item);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super String> taker) {
        subscriber = taker;
        taker.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                asks(count);
            }

            @Override
            public void cancel() {
                synchronized (Belt.this) {
                    over = true;
                    knowsIt = true;
                    cancelled = true;
                }
            }
        });
        synchronized (this) {
            // Nothing may come before onSubscribe has come back.
            subscribed = true;
        }
        thread.execute(this::deliver);
    }

    private void asks(long count) {
        synchronized (this) {
            if (over) {
                askedAfterTheEnd += knowsIt ? 1 : 0;
                return;
            }
            if (count <= 0) {
                thrown = new IllegalArgumentException("request(" + count + "): ask for one item or more");
                over = true;
                return;
            }
            asked = count > Long.MAX_VALUE - asked ? Long.MAX_VALUE : asked + count;
            open = asked - came;
            largest = Math.max(largest, count);
            mostOpen = Math.max(mostOpen, asked - done);
        }
        thread.execute(this::deliver);
    }

    private void deliver() {
        while (true) {
            String item = null;
            synchronized (this) {
                boolean atTheEnd = came == items.size();
                if (!subscribed || over || (!atTheEnd && open == 0)) {
                    return;
                }
                if (atTheEnd) {
                    over = true;
                } else {
                    open--;
                    item = items.get(came++);
                }
                signalSince = clock.now();
            }
            try {
                signal(item);
            } catch (Throwable problem) {
                synchronized (this) {
                    thrown = problem;
                    over = true;
                }
            }
            synchronized (this) {
                signalHeld = held();
                signalSince = Double.NaN;
                // Who asks while the last signal is still on its way cannot know.
                knowsIt = over;
            }
        }
    }

    private void signal(String item) {
        if (item != null) {
            subscriber.onNext(item);
        } else if (ending == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(ending);
        }
    }

    @Override
    public CompletableFuture<Void> start(String item) {
        synchronized (this) {
            started++;
        }
        double length = units.getOrDefault(item, 1.0);
        if (length == 0 && fails.containsKey(item)) {
            throw fails.get(item);
        }
        return clock.after(item, "work", length, () -> {
            synchronized (this) {
                done++;
            }
            if (fails.containsKey(item)) {
                throw fails.get(item);
            }
            return null;
        });
    }

    /** What a method of the subscriber threw, which by the rules none of them may. */
    synchronized Optional<Throwable> thrown() {
        return Optional.ofNullable(thrown);
    }

    /** For how many units the longest signal held the publisher's thread. */
    synchronized double held() {
        return Double.isNaN(signalSince) ? signalHeld : Math.max(signalHeld, clock.now() - signalSince);
    }

    /** The largest number of items that were asked for and not yet done. */
    synchronized long mostOpen() {
        return mostOpen;
    }

    /** The largest number asked for at once. */
    synchronized long largest() {
        return largest;
    }

    synchronized long asked() {
        return asked;
    }

    synchronized int came() {
        return came;
    }

    synchronized int started() {
        return started;
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    synchronized long askedAfterTheEnd() {
        return askedAfterTheEnd;
    }
}
