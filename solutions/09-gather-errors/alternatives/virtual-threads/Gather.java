package kata.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

/** A virtual thread may wait: one reads the jobs in turn, or one stands at each job and the first failure ends them all. */
public final class Gather {
    private Gather() {}

    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        return inBackground(() -> {
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (CompletableFuture<T> job : jobs.stream().map(Job::start).toList()) {
                outcomes.add(settled(job));
            }
            return outcomes;
        });
    }

    private static <T> Outcome<T> settled(CompletableFuture<T> job) throws InterruptedException {
        try {
            return new Outcome.Success<>(job.get());
        } catch (ExecutionException problem) {
            return new Outcome.Failure<>(unwrap(problem));
        }
    }

    public static <T> CompletableFuture<List<T>> failFast(List<Job<T>> jobs) {
        return inBackground(() -> {
            List<CompletableFuture<T>> started = jobs.stream().map(Job::start).toList();
            CountDownLatch left = new CountDownLatch(started.size());
            AtomicReference<Throwable> first = new AtomicReference<>();
            for (CompletableFuture<T> job : started) {
                Thread.startVirtualThread(() -> {
                    try {
                        job.join();
                    } catch (CompletionException | CancellationException problem) {
                        if (first.compareAndSet(null, problem)) {
                            started.forEach(other -> other.cancel(true));
                        }
                    }
                    left.countDown();
                });
            }
            left.await();
            if (first.get() != null) {
                throw new ExecutionException(first.get());
            }
            return started.stream().map(CompletableFuture::join).toList();
        });
    }

    private static <R> CompletableFuture<R> inBackground(Callable<R> work) {
        CompletableFuture<R> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                result.complete(work.call());
            } catch (Exception problem) {
                result.completeExceptionally(unwrap(problem));
            }
        });
        return result;
    }

    private static Throwable unwrap(Throwable problem) {
        boolean wrapper = problem instanceof CompletionException || problem instanceof ExecutionException;
        return wrapper && problem.getCause() != null ? unwrap(problem.getCause()) : problem;
    }
}
