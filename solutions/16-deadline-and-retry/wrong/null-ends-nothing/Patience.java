// Diagnosis: lost-result
// An Optional holds the result: null throws inside the callback, and nobody hears of that.
package kata.patience;

import java.util.Optional;
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
        CompletableFuture<T> decided = new CompletableFuture<>();
        attempt(job, attempts, backoff, timer, decided);
        return decided;
    }

    private static <T> void attempt(Job<T> job, int left, double pause, Timer timer, CompletableFuture<T> decided) {
        job.start().whenComplete((result, problem) -> {
            if (problem == null) {
                Optional.of(result).ifPresent(decided::complete);
            } else if (left == 1 || isFatal(problem)) {
                decided.completeExceptionally(problem);
            } else {
                timer.pause(pause).thenRun(() -> attempt(job, left - 1, 2 * pause, timer, decided));
            }
        });
    }

    private static boolean isFatal(Throwable problem) {
        return problem instanceof FatalException
                || (problem instanceof CompletionException && problem.getCause() instanceof FatalException);
    }
}
