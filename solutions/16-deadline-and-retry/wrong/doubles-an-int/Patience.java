// Diagnosis: wrong-backoff
// Doubles the pause in an int, which overflows at the 31st doubling.
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
        return attempt(1, job, attempts, backoff, timer);
    }

    private static <T> CompletableFuture<T> attempt(int number, Job<T> job, int attempts, double backoff, Timer timer) {
        return job.start().exceptionallyCompose(problem -> {
            if (number == attempts || isFatal(problem)) {
                return CompletableFuture.failedFuture(problem);
            }
            double pause = backoff * (1 << (number - 1));
            return timer.pause(pause).thenCompose(over -> attempt(number + 1, job, attempts, backoff, timer));
        });
    }

    private static boolean isFatal(Throwable problem) {
        return problem instanceof FatalException
                || (problem instanceof CompletionException && problem.getCause() instanceof FatalException);
    }
}
