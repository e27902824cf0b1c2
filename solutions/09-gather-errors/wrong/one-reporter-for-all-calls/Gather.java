// Diagnosis: waited-for-others
// One thread waits for the jobs of all calls, call after call: a quick one has to wait for a slow one.
package kata.gather;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

public final class Gather {
    private static final ExecutorService REPORTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().factory());

    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        List<CompletableFuture<Outcome<T>>> outcomes =
                jobs.stream().map(job -> job.start().handle(Gather::outcome)).toList();
        return CompletableFuture.supplyAsync(
                () -> outcomes.stream().map(CompletableFuture::join).toList(), REPORTER);
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
        boolean wrapper = problem instanceof CompletionException || problem instanceof ExecutionException;
        return wrapper && problem.getCause() != null ? unwrap(problem.getCause()) : problem;
    }
}
