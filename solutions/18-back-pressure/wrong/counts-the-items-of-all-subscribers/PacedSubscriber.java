// Diagnosis: never-finished
// Counts what is under way in a static field: it never ends while another subscriber has something under way.
package kata.backpressure;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import kata.backpressure.given.Work;

public final class PacedSubscriber<T> implements Flow.Subscriber<T> {
    private static final AtomicInteger UNDER_WAY = new AtomicInteger();
    private final int places;
    private final Work<T> work;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private boolean over;

    public PacedSubscriber(int places, Work<T> work) {
        this.places = places;
        this.work = work;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        Objects.requireNonNull(subscription);
        if (this.subscription != null) {
            subscription.cancel();
            return;
        }
        this.subscription = subscription;
        subscription.request(places);
    }

    @Override
    public void onNext(T item) {
        Objects.requireNonNull(item);
        UNDER_WAY.incrementAndGet();
        start(item).whenComplete((nothing, problem) -> {
            if (problem == null) {
                placeIsFree();
            } else {
                giveUp(problem);
            }
        });
    }

    private CompletableFuture<Void> start(T item) {
        try {
            return work.start(item);
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }

    private void placeIsFree() {
        boolean last;
        synchronized (this) {
            last = UNDER_WAY.decrementAndGet() == 0 && over;
            if (!over) {
                subscription.request(1);
            }
        }
        if (last) {
            done.complete(null);
        }
    }

    private void giveUp(Throwable problem) {
        done.completeExceptionally(problem);
        UNDER_WAY.decrementAndGet();
        synchronized (this) {
            if (!over) {
                over = true;
                subscription.cancel();
            }
        }
    }

    @Override
    public void onError(Throwable problem) {
        Objects.requireNonNull(problem);
        done.completeExceptionally(problem);
        synchronized (this) {
            over = true;
        }
    }

    @Override
    public void onComplete() {
        boolean last;
        synchronized (this) {
            over = true;
            last = UNDER_WAY.get() == 0;
        }
        if (last) {
            done.complete(null);
        }
    }

    public CompletableFuture<Void> done() {
        return done;
    }
}
