// Diagnosis: gave-up-too-early
// Passes a cancellation on at once, as if it were fatal.
package kata.patience;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import kata.patience.given.FatalException;
import kata.patience.given.Job;
import kata.patience.given.Timer;

public final class Patience {
    public static <T> CompletableFuture<T> withDeadline(Job<T> job, double units, Timer timer) {
        CompletableFuture<T> work = job.start();
        CompletableFuture<Void> over = timer.pause(units);
        CompletableFuture<T> decided = new CompletableFuture<>();
        work.whenComplete((result, problem) -> {
            over.cancel(true);
            if (problem == null) {
                decided.complete(result);
            } else {
                decided.completeExceptionally(problem);
            }
        });
        over.thenRun(() -> {
            // Whoever completes it first has decided; only then is there something to stop.
            if (decided.completeExceptionally(new TimeoutException("not done after " + units + " units"))) {
                work.cancel(true);
            }
        });
        return decided;
    }

    public static <T> CompletableFuture<T> retry(Job<T> job, int attempts, double backoff, Timer timer) {
        return job.start().exceptionallyCompose(problem -> {
            Throwable inner = problem instanceof CompletionException ? problem.getCause() : problem;
            if (attempts == 1 || inner instanceof FatalException || inner instanceof CancellationException) {
                return CompletableFuture.failedFuture(problem);
            }
            return timer.pause(backoff).thenCompose(over -> retry(job, attempts - 1, 2 * backoff, timer));
        });
    }
}
