// Diagnosis: left-unstarted
// Where a job has failed when its start() comes back, those that stand after it in the list are never started.
package kata.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

public final class Gather {
    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        List<CompletableFuture<Outcome<T>>> outcomes =
                jobs.stream().map(job -> job.start().handle(Gather::outcome)).toList();
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .thenApply(ended -> outcomes.stream().map(CompletableFuture::join).toList());
    }

    public static <T> CompletableFuture<List<T>> failFast(List<Job<T>> jobs) {
        CompletableFuture<List<T>> gate = new CompletableFuture<>();
        List<CompletableFuture<T>> started = new ArrayList<>();
        for (Job<T> job : jobs) {
            if (gate.isDone()) {
                break;
            }
            CompletableFuture<T> future = job.start();
            started.add(future);
            future.exceptionally(problem -> {
                gate.completeExceptionally(unwrap(problem));
                return null;
            });
        }
        gate.exceptionally(problem -> {
            started.forEach(job -> job.cancel(true));
            return null;
        });
        CompletableFuture.allOf(started.toArray(CompletableFuture[]::new))
                .thenRun(() -> gate.complete(started.stream().map(CompletableFuture::join).toList()));
        return gate;
    }

    private static <T> Outcome<T> outcome(T value, Throwable problem) {
        return problem == null ? new Outcome.Success<>(value) : new Outcome.Failure<>(unwrap(problem));
    }

    private static Throwable unwrap(Throwable problem) {
        boolean wrapper = problem instanceof CompletionException || problem instanceof ExecutionException;
        return wrapper && problem.getCause() != null ? unwrap(problem.getCause()) : problem;
    }
}
