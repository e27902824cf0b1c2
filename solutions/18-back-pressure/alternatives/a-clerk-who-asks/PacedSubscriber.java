package kata.backpressure;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import kata.backpressure.given.Work;

/** A monitor holds what is to be asked for; one virtual thread waits there, and is the only one to ask. */
public final class PacedSubscriber<T> implements Flow.Subscriber<T> {
    private final int places;
    private final Work<T> work;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private int toAsk;
    private int underWay;
    private boolean over;
    private boolean gaveUp;

    public PacedSubscriber(int places, Work<T> work) {
        this.places = places;
        this.work = work;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        Objects.requireNonNull(given);
        if (subscription != null) {
            given.cancel();
            return;
        }
        subscription = given;
        toAsk = places;
        Thread.ofVirtual().name("clerk").start(this::asks);
    }

    private synchronized void asks() {
        try {
            while (!over) {
                if (toAsk == 0) {
                    wait();
                } else {
                    int now = toAsk;
                    toAsk = 0;
                    subscription.request(now);
                }
            }
        } catch (InterruptedException stopped) {
            gaveUp = true;
        }
        if (gaveUp) {
            subscription.cancel();
        }
    }

    @Override
    public void onNext(T item) {
        Objects.requireNonNull(item);
        synchronized (this) {
            underWay++;
        }
        try {
            work.start(item).whenComplete((nothing, problem) -> ended(problem));
        } catch (RuntimeException problem) {
            ended(problem);
        }
    }

    private synchronized void ended(Throwable problem) {
        underWay--;
        if (problem == null) {
            toAsk++;
        } else {
            gaveUp |= !over;
            over = true;
            done.completeExceptionally(problem);
        }
        changed();
    }

    /** Wakes the clerk; and if this was the last that had to happen, tells so. */
    private void changed() {
        notifyAll();
        if (over && underWay == 0) {
            done.complete(null);
        }
    }

    @Override
    public synchronized void onError(Throwable problem) {
        Objects.requireNonNull(problem);
        over = true;
        done.completeExceptionally(problem);
        changed();
    }

    @Override
    public synchronized void onComplete() {
        over = true;
        changed();
    }

    public CompletableFuture<Void> done() {
        return done;
    }
}
