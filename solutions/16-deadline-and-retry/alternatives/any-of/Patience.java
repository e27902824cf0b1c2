package kata.patience;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import kata.patience.given.FatalException;
import kata.patience.given.Job;
import kata.patience.given.Timer;

/** anyOf tells that one of the two has ended; which one, is seen afterwards. */
public final class Patience {
    public static <T> CompletableFuture<T> withDeadline(Job<T> job, double units, Timer timer) {
        CompletableFuture<T> work = job.start();
        CompletableFuture<Void> over = timer.pause(units);
        return CompletableFuture.anyOf(work, over).handle((first, problem) -> work.isDone()).thenCompose(inTime -> {
            if (inTime) {
                over.cancel(true);
                return work;
            }
            work.cancel(true);
            return CompletableFuture.failedFuture(new TimeoutException());
        });
    }

    public static <T> CompletableFuture<T> retry(Job<T> job, int attempts, double backoff, Timer timer) {
        CompletableFuture<T> decided = new CompletableFuture<>();
        attempt(job, attempts, backoff, timer, decided);
        return decided;
    }

    private static <T> void attempt(
            Job<T> job, int left, double pause, Timer timer, CompletableFuture<T> decided) {
        job.start().whenComplete((result, problem) -> {
            if (problem == null) {
                decided.complete(result);
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
