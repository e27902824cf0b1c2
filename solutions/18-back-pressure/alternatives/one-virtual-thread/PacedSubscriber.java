package kata.backpressure;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import kata.backpressure.given.Work;

/** Every signal and every end of work is a message to one virtual thread, which alone knows the state. */
public final class PacedSubscriber<T> implements Flow.Subscriber<T> {
    private final int places;
    private final Work<T> work;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final BlockingQueue<Runnable> messages = new LinkedBlockingQueue<>();
    private Flow.Subscription subscription;
    private int underWay;
    private boolean over;

    public PacedSubscriber(int places, Work<T> work) {
        this.places = places;
        this.work = work;
        Thread.startVirtualThread(this::listen);
    }

    private void listen() {
        try {
            while (!done.isDone()) {
                messages.take().run();
                if (over && underWay == 0) {
                    done.complete(null);
                }
            }
        } catch (InterruptedException stopped) {
            done.completeExceptionally(stopped);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        Objects.requireNonNull(given);
        messages.add(() -> {
            if (subscription != null) {
                given.cancel();
                return;
            }
            subscription = given;
            given.request(places);
        });
    }

    @Override
    public void onNext(T item) {
        Objects.requireNonNull(item);
        messages.add(() -> {
            underWay++;
            try {
                work.start(item).whenComplete((nothing, problem) -> messages.add(() -> ended(problem)));
            } catch (RuntimeException problem) {
                ended(problem);
            }
        });
    }

    private void ended(Throwable problem) {
        underWay--;
        if (problem != null) {
            subscription.cancel();
            done.completeExceptionally(problem);
        } else if (!over) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable problem) {
        Objects.requireNonNull(problem);
        messages.add(() -> done.completeExceptionally(problem));
    }

    @Override
    public void onComplete() {
        messages.add(() -> over = true);
    }

    public CompletableFuture<Void> done() {
        return done;
    }
}
