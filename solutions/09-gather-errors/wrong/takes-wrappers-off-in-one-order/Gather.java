// Diagnosis: wrapped-cause
// Looks for ExecutionExceptions only inside of CompletionExceptions; they may lie outside.
package kata.gather;

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
        List<CompletableFuture<T>> started = jobs.stream().map(Job::start).toList();
        CompletableFuture<List<T>> gate = new CompletableFuture<>();
        started.forEach(job -> job.whenComplete((value, problem) -> {
            if (problem != null && gate.completeExceptionally(unwrap(problem))) {
                started.forEach(other -> other.cancel(true));
            }
        }));
        CompletableFuture.allOf(started.toArray(CompletableFuture[]::new))
                .thenRun(() -> gate.complete(started.stream().map(CompletableFuture::join).toList()));
        return gate;
    }

    private static <T> Outcome<T> outcome(T value, Throwable problem) {
        return problem == null ? new Outcome.Success<>(value) : new Outcome.Failure<>(unwrap(problem));
    }

    private static Throwable unwrap(Throwable problem) {
        Throwable inner = problem;
        while (inner instanceof CompletionException && inner.getCause() != null) {
            inner = inner.getCause();
        }
        while (inner instanceof ExecutionException && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
