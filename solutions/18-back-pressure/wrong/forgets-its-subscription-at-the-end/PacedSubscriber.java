// Diagnosis: second-subscription
// Forgets the subscription when the stream has ended, and then takes another as if it were the first.
package kata.backpressure;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import kata.backpressure.given.Work;

public final class PacedSubscriber<T> implements Flow.Subscriber<T> {
    private final int places;
    private final Work<T> work;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private int underWay;
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
        over = false;
        subscription.request(places);
    }

    @Override
    public void onNext(T item) {
        Objects.requireNonNull(item);
        synchronized (this) {
            underWay++;
        }
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
            underWay--;
            last = over && underWay == 0;
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
            subscription = null;
        }
    }

    @Override
    public void onComplete() {
        boolean last;
        synchronized (this) {
            over = true;
            subscription = null;
            last = underWay == 0;
        }
        if (last) {
            done.complete(null);
        }
    }

    public CompletableFuture<Void> done() {
        return done;
    }
}
