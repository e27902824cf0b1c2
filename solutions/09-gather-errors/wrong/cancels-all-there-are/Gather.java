// Diagnosis: stopped-others
// The futures lie in a static set, and a failure cancels those of other calls as well.
package kata.gather;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

public final class Gather {
    private static final Set<CompletableFuture<?>> UNDER_WAY = ConcurrentHashMap.newKeySet();

    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        List<CompletableFuture<Outcome<T>>> outcomes =
                jobs.stream().map(job -> job.start().handle(Gather::outcome)).toList();
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .thenApply(ended -> outcomes.stream().map(CompletableFuture::join).toList());
    }

    public static <T> CompletableFuture<List<T>> failFast(List<Job<T>> jobs) {
        List<CompletableFuture<T>> started = jobs.stream().map(Job::start).toList();
        UNDER_WAY.addAll(started);
        CompletableFuture<List<T>> gate = new CompletableFuture<>();
        started.forEach(job -> job.whenComplete((value, problem) -> {
            UNDER_WAY.remove(job);
            if (problem != null && gate.completeExceptionally(unwrap(problem))) {
                UNDER_WAY.forEach(other -> other.cancel(true));
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
