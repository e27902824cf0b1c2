// Diagnosis: returned-too-early
// Keeps the items under way in a set, where two equal ones are one.
package kata.backpressure;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import kata.backpressure.given.Work;

public final class PacedSubscriber<T> implements Flow.Subscriber<T> {
    private final int places;
    private final Work<T> work;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private final Set<T> underWay = new HashSet<>();
    private boolean ended;
    private boolean cancelled;

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
        try {
            came(item);
            work.start(item).whenComplete((nothing, problem) -> {
                if (problem == null) {
                    oneDone(item);
                } else {
                    fail(problem);
                }
            });
        } catch (Throwable problem) {
            fail(problem);
        }
    }

    @Override
    public synchronized void onError(Throwable problem) {
        Objects.requireNonNull(problem);
        ended = true;
        done.completeExceptionally(problem);
    }

    @Override
    public synchronized void onComplete() {
        ended = true;
        completeIfAllIsDone();
    }

    public CompletableFuture<Void> done() {
        return done;
    }

    private synchronized void came(T item) {
        underWay.add(item);
    }

    private synchronized void oneDone(T item) {
        underWay.remove(item);
        if (!ended && !cancelled) {
            subscription.request(1);
        }
        completeIfAllIsDone();
    }

    private synchronized void fail(Throwable problem) {
        if (!cancelled) {
            cancelled = true;
            subscription.cancel();
        }
        done.completeExceptionally(problem);
    }

    private void completeIfAllIsDone() {
        if (ended && !cancelled && underWay.isEmpty()) {
            done.complete(null);
        }
    }
}
