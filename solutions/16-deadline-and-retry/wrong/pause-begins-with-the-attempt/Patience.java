// Diagnosis: wrong-backoff
// Begins the pause together with the attempt: the time that the attempt takes is lost from it.
package kata.patience;

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
        CompletableFuture<T> attempt = job.start();
        CompletableFuture<Void> pause = attempts == 1 ? new CompletableFuture<>() : timer.pause(backoff);
        attempt.whenComplete((result, problem) -> {
            if (attempts == 1 || problem == null || isFatal(problem)) {
                pause.cancel(true);
            }
        });
        return attempt.exceptionallyCompose(problem -> {
            if (attempts == 1 || isFatal(problem)) {
                return CompletableFuture.failedFuture(problem);
            }
            return pause.thenCompose(over -> retry(job, attempts - 1, 2 * backoff, timer));
        });
    }

    private static boolean isFatal(Throwable problem) {
        return problem instanceof FatalException
                || (problem instanceof CompletionException && problem.getCause() instanceof FatalException);
    }
}
