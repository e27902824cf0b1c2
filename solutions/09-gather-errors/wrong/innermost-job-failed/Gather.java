// Diagnosis: took-off-too-much
// Takes the innermost JobFailed of the chain, which may lie behind the job's own.
package kata.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.gather.given.Job;
import kata.gather.given.JobFailed;
import kata.gather.given.Outcome;

public final class Gather {
    private Gather() {}

    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        List<CompletableFuture<Outcome<T>>> outcomes = new ArrayList<>();
        for (Job<T> job : jobs) {
            outcomes.add(job.start().handle((value, problem) -> outcome(value, problem)));
        }
        return CompletableFuture.allOf(outcomes.toArray(new CompletableFuture<?>[0]))
                .thenApply(all -> outcomes.stream().map(outcome -> outcome.join()).toList());
    }

    public static <T> CompletableFuture<List<T>> failFast(List<Job<T>> jobs) {
        CompletableFuture<List<T>> result = new CompletableFuture<>();
        List<CompletableFuture<T>> started = new ArrayList<>();
        for (Job<T> job : jobs) {
            CompletableFuture<T> run = job.start();
            started.add(run);
            run.whenComplete((value, problem) -> {
                if (problem != null) {
                    result.completeExceptionally(own(problem));
                }
            });
        }
        CompletableFuture.allOf(started.toArray(new CompletableFuture<?>[0])).thenRun(() -> {
            List<T> values = new ArrayList<>();
            started.forEach(run -> values.add(run.join()));
            result.complete(values);
        });
        result.whenComplete((values, problem) -> {
            if (problem != null) {
                started.forEach(run -> run.cancel(true));
            }
        });
        return result;
    }

    private static <T> Outcome<T> outcome(T value, Throwable problem) {
        if (problem == null) {
            return new Outcome.Success<>(value);
        }
        return new Outcome.Failure<>(own(problem));
    }

    /** The JobFailed, whatever it is wrapped in. */
    private static Throwable own(Throwable problem) {
        Throwable found = problem;
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof JobFailed) {
                found = cause;
            }
        }
        return found;
    }
}
