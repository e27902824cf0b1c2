// Diagnosis: blocked-the-caller
// Waits for the job itself, and looks at the deadline afterwards.
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
        CompletableFuture<Object> first = CompletableFuture.anyOf(work, over);
        first.join();
        if (work.isDone()) {
            return work;
        }
        work.cancel(true);
        return CompletableFuture.failedFuture(new TimeoutException());
    }

    public static <T> CompletableFuture<T> retry(Job<T> job, int attempts, double backoff, Timer timer) {
        return job.start().exceptionallyCompose(problem -> {
            if (attempts == 1 || isFatal(problem)) {
                return CompletableFuture.failedFuture(problem);
            }
            return timer.pause(backoff).thenCompose(over -> retry(job, attempts - 1, 2 * backoff, timer));
        });
    }

    private static boolean isFatal(Throwable problem) {
        return problem instanceof FatalException
                || (problem instanceof CompletionException && problem.getCause() instanceof FatalException);
    }
}
