package kata.backpressure.test;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kata.backpressure.given.Work;
import kata.testkit.Call;
import kata.testkit.Stage;
import kata.testkit.evidence.Sighting;

/** A publisher that signals nothing by itself: the test does, step by step, and may hold requests for a while. */
final class Hand implements Flow.Subscription {
    private final Stage stage;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicLong asked = new AtomicLong();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean overlapped;
    private volatile boolean cancelled;

    /** Work that is done when the test says so. */
    record Works(Map<String, CompletableFuture<Void>> byItem) implements Work<String> {
        Works() {
            this(new ConcurrentHashMap<>());
        }

        CompletableFuture<Void> of(String item) {
            return byItem.computeIfAbsent(item, ignored -> new CompletableFuture<>());
        }

        @Override
        public CompletableFuture<Void> start(String item) {
            return of(item);
        }
    }

    Hand(Stage stage) {
        this.stage = stage;
    }

    /** Subscribes, and sends these items, on a thread of its own. */
    void send(Flow.Subscriber<String> subscriber, String... items) {
        Call<Void> call = meanwhile("onNext", () -> {
            subscriber.onSubscribe(this);
            for (String item : items) {
                subscriber.onNext(item);
            }
        });
        if (!call.isDone()) {
            throw stage.failure(
                    Verdicts.BLOCKED_THE_PUBLISHER,
                    "onNext did not come back: it holds the publisher's thread until its work is done.",
                    stage.threads().waiting().toArray(Sighting[]::new));
        }
        call.value();
        // A subscriber may have a thread of its own that asks.
        stage.until(() -> asked.get() > 0);
        if (asked.get() == 0) {
            throw stage.failure(
                    Verdicts.ASKED_TOO_LITTLE.advising(Verdicts.BEGIN),
                    "You asked for nothing in onSubscribe, so nothing" + " would ever come.");
        }
    }

    /** Does this on a thread of its own, and waits until it is done or held up. */
    Call<Void> meanwhile(String what, Runnable action) {
        Call<Void> call = stage.callBlocking(what, () -> {
            action.run();
            return null;
        });
        if (gate.getCount() == 0) {
            stage.until(call::isDone);
        }
        return call;
    }

    @Override
    public void request(long count) {
        enters();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        asked.addAndGet(count);
        inside.decrementAndGet();
    }

    @Override
    public void cancel() {
        enters();
        cancelled = true;
        inside.decrementAndGet();
    }

    private void enters() {
        if (inside.incrementAndGet() > 1) {
            overlapped = true;
        }
    }

    /** From now on no request comes back. */
    void holdRequests() {
        gate = new CountDownLatch(1);
    }

    void letRequestsGo() {
        gate.countDown();
    }

    /** How many requests have been made and not come back. */
    int inside() {
        return inside.get();
    }

    /** Whether request or cancel was called while another call of them had not come back. */
    boolean overlapped() {
        return overlapped;
    }

    long asked() {
        return asked.get();
    }

    boolean cancelled() {
        return cancelled;
    }
}
