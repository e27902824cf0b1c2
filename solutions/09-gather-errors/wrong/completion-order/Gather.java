// Diagnosis: completion-order
// Each outcome adds itself to the list when it is there.
package kata.gather;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

public final class Gather {
    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        List<Outcome<T>> outcomes = new CopyOnWriteArrayList<>();
        CompletableFuture<?>[] ends = jobs.stream()
                .map(job -> job.start().handle(Gather::outcome).thenAccept(outcomes::add))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(ends).thenApply(ended -> outcomes);
    }

    public static <T> CompletableFuture<List<T>> failFast(List<Job<T>> jobs) {
        List<CompletableFuture<T>> started = jobs.stream().map(Job::start).toList();
        CompletableFuture<List<T>> result = CompletableFuture.allOf(started.toArray(CompletableFuture[]::new))
                .thenApply(ended -> started.stream().map(CompletableFuture::join).toList());
        CompletableFuture<List<T>> gate = new CompletableFuture<>();
        result.thenAccept(gate::complete);
        for (CompletableFuture<T> job : started) {
            job.whenComplete((value, problem) -> {
                if (problem != null && gate.completeExceptionally(unwrap(problem))) {
                    started.forEach(other -> other.cancel(true));
                }
            });
        }
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
