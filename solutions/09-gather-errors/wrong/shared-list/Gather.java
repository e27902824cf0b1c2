// Diagnosis: completion-order
// Several threads add to one plain list: it has the order of completion, and now and then loses a value.
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
        List<T> values = new ArrayList<>();
        CompletableFuture<List<T>> gate = new CompletableFuture<>();
        List<CompletableFuture<T>> started = jobs.stream().map(Job::start).toList();
        started.forEach(job -> job.whenComplete((value, problem) -> {
            if (problem != null && gate.completeExceptionally(unwrap(problem))) {
                started.forEach(other -> other.cancel(true));
            }
        }));
        CompletableFuture<?>[] ends =
                started.stream().map(job -> job.thenAcceptAsync(values::add)).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends).thenRun(() -> gate.complete(values));
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
