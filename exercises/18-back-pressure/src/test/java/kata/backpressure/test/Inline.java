package kata.backpressure.test;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** A publisher without a thread of its own: it sends inside request, on the thread that asks, as the rules allow. */
final class Inline implements Flow.Subscription {
    private final Flow.Subscriber<String> subscriber;
    private final int count;
    private final AtomicLong asked = new AtomicLong();
    private volatile int came;
    private volatile boolean over;

    Inline(Flow.Subscriber<String> subscriber, int count) {
        this.subscriber = subscriber;
        this.count = count;
    }

    @Override
    public void request(long more) {
        // Whoever asks inside onNext only adds to what is being sent already (rule 3.3).
        if (asked.getAndAdd(more) > 0) {
            return;
        }
        do {
            if (over) {
                return;
            }
            subscriber.onNext("P" + ++came);
            if (came == count) {
                over = true;
                subscriber.onComplete();
            }
        } while (asked.decrementAndGet() > 0);
    }

    @Override
    public void cancel() {
        over = true;
    }

    int came() {
        return came;
    }
}
