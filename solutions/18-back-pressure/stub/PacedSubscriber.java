package kata.backpressure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import kata.backpressure.given.Work;

/**
 * Let the one who takes set the pace: ask for no more than you can take.
 * Check it with {@code ./kata check 18}, or {@code mvn test} in this folder.
 */
public final class PacedSubscriber<T> implements Flow.Subscriber<T> {
    private final int places;
    private final Work<T> work;

    /**
     * @param places how many items may be asked for and not yet done; at least 1
     * @param work what to do with an item; once for each
     */
    public PacedSubscriber(int places, Work<T> work) {
        this.places = places;
        this.work = work;
    }

    /** Asks for as many items as there are places. If there is a subscription already, cancels this one. */
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        // TODO: keep the subscription and ask for the first items; a second one is cancelled.
        throw new UnsupportedOperationException("TODO: onSubscribe asks for as many items as there are places");
    }

    /**
     * Starts the work on an item and returns at once. When that is done, asks for one more; if it fails, or cannot be
     * started, cancels the subscription. Work may be done on several threads at once; requests never overlap.
     */
    @Override
    public void onNext(T item) {
        // TODO: start the work, and ask for one more item whenever one is done.
        throw new UnsupportedOperationException("TODO: onNext starts the work and asks for one more when it is done");
    }

    /** The publisher failed: nothing more comes, and nothing more is asked for. */
    @Override
    public void onError(Throwable problem) {
        // TODO: tell done().
        throw new UnsupportedOperationException("TODO: onError tells done() of the failure");
    }

    /** The last item has come, though it may not be done yet. Nothing more is asked for. */
    @Override
    public void onComplete() {
        // TODO: let done() end when the last item is done.
        throw new UnsupportedOperationException("TODO: onComplete lets done() end when the last item is done");
    }

    /**
     * @return a future that completes when the stream has ended and every item is done; it fails with what the
     *     publisher or the work failed with
     */
    public CompletableFuture<Void> done() {
        // TODO: give back the future that the other methods complete.
        throw new UnsupportedOperationException("TODO: done tells when everything is done");
    }
}
