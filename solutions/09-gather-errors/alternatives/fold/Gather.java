package kata.gather;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

/** Two by two the results become one list; a race between that list and the first failure decides. */
public final class Gather {
    private Gather() {}

    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        return jobs.stream()
                .map(job -> job.start().handle((value, problem) -> List.of(outcome(value, problem))))
                .reduce(
                        CompletableFuture.completedFuture(List.of()),
                        (before, next) -> before.thenCombine(next, Gather::join));
    }

    public static <T> CompletableFuture<List<T>> failFast(List<Job<T>> jobs) {
        List<CompletableFuture<T>> started = jobs.stream().map(Job::start).toList();
        CompletableFuture<List<T>> failed = new CompletableFuture<>();
        started.forEach(job -> job.exceptionally(problem -> {
            failed.completeExceptionally(unwrap(problem));
            return null;
        }));
        CompletableFuture<List<T>> all = started.stream()
                .map(job -> job.thenApply(List::of))
                .reduce(
                        CompletableFuture.completedFuture(List.of()),
                        (before, next) -> before.thenCombine(next, Gather::join));
        return CompletableFuture.anyOf(failed, all)
                .thenApply(either -> all.join())
                .whenComplete((values, problem) -> started.forEach(job -> job.cancel(true)));
    }

    private static <E> List<E> join(List<E> before, List<E> after) {
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    private static <T> Outcome<T> outcome(T value, Throwable problem) {
        return problem == null ? new Outcome.Success<>(value) : new Outcome.Failure<>(unwrap(problem));
    }

    private static Throwable unwrap(Throwable problem) {
        boolean wrapper = problem instanceof CompletionException || problem instanceof ExecutionException;
        return wrapper && problem.getCause() != null ? unwrap(problem.getCause()) : problem;
    }
}
