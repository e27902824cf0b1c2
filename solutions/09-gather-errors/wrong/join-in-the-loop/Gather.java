// Diagnosis: ran-one-after-another
// Begins a job only when the one before it has ended.
package kata.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import kata.gather.given.GatherSync;
import kata.gather.given.Job;
import kata.gather.given.Outcome;

public final class Gather {
    public static <T> CompletableFuture<List<Outcome<T>>> settleAll(List<Job<T>> jobs) {
        return inBackground(() -> GatherSync.settleAll(jobs));
    }

    private static <R> CompletableFuture<R> inBackground(Callable<R> work) {
        CompletableFuture<R> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                result.complete(work.call());
            } catch (Exception problem) {
                result.completeExceptionally(problem);
            }
        });
        return result;
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

    private static Throwable unwrap(Throwable problem) {
        boolean wrapper = problem instanceof CompletionException || problem instanceof ExecutionException;
        return wrapper && problem.getCause() != null ? unwrap(problem.getCause()) : problem;
    }
}
