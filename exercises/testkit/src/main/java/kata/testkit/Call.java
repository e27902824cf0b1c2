package kata.testkit;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.timeline.Recorder;

/**
 * A call into the answer, on a thread of its own, so that a test can watch it while it runs and is never blocked
 * by it. It has returned when the method has; it is done when the future that the method returned is.
 */
public final class Call<T> {
    private final String method;
    private final Thread thread;
    private volatile boolean returned;
    private volatile CompletableFuture<T> future;
    private volatile Throwable thrown;
    private volatile double returnedAt = Double.NaN;
    private volatile double doneAt = Double.NaN;
    private volatile long eventsWhenDone = Long.MAX_VALUE;
    private volatile boolean wasDoneOnReturn;

    /**
     * Starts the call and comes back when it is under way.
     *
     * @param method the answer's method, as a message should name it
     * @param on runs the call, on a thread that the test's own is not waiting for
     * @param recorder tells the time of the run and how much has been recorded
     */
    Call(String method, Executor on, Recorder recorder, Callable<? extends CompletionStage<T>> body) {
        this.method = method;
        CompletableFuture<Thread> started = new CompletableFuture<>();
        on.execute(() -> {
            started.complete(Thread.currentThread());
            run(body, recorder);
        });
        this.thread = started.join();
    }

    private void run(Callable<? extends CompletionStage<T>> body, Recorder recorder) {
        try {
            CompletionStage<T> stage = body.call();
            if (stage == null) {
                thrown = new KataFailure(Causes.RETURNED_NULL, method + " returned null instead of a future.");
            } else {
                future = stage.toCompletableFuture();
            }
        } catch (Throwable problem) {
            thrown = problem;
        }
        CompletableFuture<T> seen = future;
        wasDoneOnReturn = seen != null && seen.isDone();
        returnedAt = recorder.now();
        returned = true;
        if (seen == null) {
            doneAt = returnedAt;
        } else {
            seen.whenComplete((value, problem) -> {
                eventsWhenDone = recorder.events();
                doneAt = recorder.now();
            });
        }
    }

    /** The answer's method, as a message names it. */
    public String method() {
        return method;
    }

    /** The thread that made the call. */
    public Thread thread() {
        return thread;
    }

    /** Whether the method has returned or thrown. */
    public boolean returned() {
        return returned;
    }

    /** Units at which the method returned; not a number before that. */
    public double returnedAt() {
        return returnedAt;
    }

    /** Whether the future was already complete when the method returned it. */
    public boolean wasDoneOnReturn() {
        return wasDoneOnReturn;
    }

    /** Whether the method threw, or its future has ended in any way. */
    public boolean isDone() {
        CompletableFuture<T> seen = future;
        return returned && (seen == null || seen.isDone()) && !Double.isNaN(doneAt);
    }

    /** Units at which the future ended; not a number before that. */
    public double doneAt() {
        return doneAt;
    }

    /** How much had been recorded when the future ended, at the least; beyond all bounds before that. */
    long eventsWhenDone() {
        return eventsWhenDone;
    }

    /** The future that the method returned, once it has. */
    public Optional<CompletableFuture<T>> future() {
        return Optional.ofNullable(future);
    }

    /** What the method threw or its future ended with, without the wrappers that futures add; empty on success. */
    public Optional<Throwable> failure() {
        if (thrown != null) {
            return Optional.of(unwrap(thrown));
        }
        CompletableFuture<T> seen = future;
        if (seen == null || !seen.isDone()) {
            return Optional.empty();
        }
        return Optional.ofNullable(seen.handle((value, problem) -> problem).join())
                .map(Call::unwrap);
    }

    /**
     * The value of a call that is done.
     *
     * @throws KataFailure if it failed
     */
    public T value() {
        failure().ifPresent(problem -> {
            throw Failures.of(method, problem);
        });
        CompletableFuture<T> seen = future;
        if (seen == null) {
            throw new IllegalStateException(method + " has not returned yet");
        }
        return seen.join();
    }

    /** The problem under any number of wrappers that executors and futures put around it. */
    public static Throwable unwrap(Throwable problem) {
        Throwable inner = problem;
        for (int depth = 0; depth < 20; depth++) {
            boolean wrapper = inner instanceof CompletionException || inner instanceof ExecutionException;
            if (!wrapper || inner.getCause() == null || inner instanceof CancellationException) {
                return inner;
            }
            inner = inner.getCause();
        }
        return inner;
    }
}
