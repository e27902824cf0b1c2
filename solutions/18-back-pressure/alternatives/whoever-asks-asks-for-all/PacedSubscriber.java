package kata.backpressure;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import kata.backpressure.given.Work;

/** No lock: whoever finds somebody asking leaves its place to him. */
public final class PacedSubscriber<T> implements Flow.Subscriber<T> {
    private final int places;
    private final Work<T> work;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
    private final AtomicLong toAsk = new AtomicLong();
    /** The stream itself counts as one. */
    private final AtomicInteger unfinished = new AtomicInteger(1);

    private volatile boolean over;

    public PacedSubscriber(int places, Work<T> work) {
        this.places = places;
        this.work = work;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        Objects.requireNonNull(subscription);
        if (this.subscription.compareAndSet(null, subscription)) {
            ask(places);
        } else {
            subscription.cancel();
        }
    }

    private void ask(int count) {
        if (toAsk.getAndAdd(count) > 0) {
            return;
        }
        long now = count;
        while (now > 0) {
            if (done.isCompletedExceptionally() && !over) {
                over = true;
                subscription.get().cancel();
            } else if (!over) {
                subscription.get().request(now);
            }
            now = toAsk.addAndGet(-now);
        }
    }

    @Override
    public void onNext(T item) {
        Objects.requireNonNull(item);
        unfinished.incrementAndGet();
        CompletableFuture<Void> started;
        try {
            started = work.start(item);
        } catch (RuntimeException problem) {
            started = CompletableFuture.failedFuture(problem);
        }
        started.whenComplete((nothing, problem) -> {
            if (problem != null) {
                done.completeExceptionally(problem);
            }
            ask(1);
            oneLess();
        });
    }

    private void oneLess() {
        if (unfinished.decrementAndGet() == 0) {
            done.complete(null);
        }
    }

    @Override
    public void onError(Throwable problem) {
        Objects.requireNonNull(problem);
        over = true;
        done.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        over = true;
        oneLess();
    }

    public CompletableFuture<Void> done() {
        return done;
    }
}
