package kata.patience;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import kata.patience.given.FatalException;
import kata.patience.given.Job;
import kata.patience.given.Timer;

/** Plain sequential code, on a virtual thread that may wait as long as it likes. */
public final class Patience {
    public static <T> CompletableFuture<T> withDeadline(Job<T> job, double units, Timer timer) {
        CompletableFuture<T> decided = new CompletableFuture<>();
        CompletableFuture<T> work = job.start();
        CompletableFuture<Void> over = timer.pause(units);
        Thread.startVirtualThread(() -> {
            try {
                CompletableFuture.anyOf(work, over).exceptionally(problem -> null).get();
                if (!work.isDone()) {
                    work.cancel(true);
                    throw new TimeoutException();
                }
                decided.complete(work.get());
            } catch (ExecutionException problem) {
                decided.completeExceptionally(problem.getCause());
            } catch (Exception problem) {
                decided.completeExceptionally(problem);
            } finally {
                over.cancel(true);
            }
        });
        return decided;
    }

    public static <T> CompletableFuture<T> retry(Job<T> job, int attempts, double backoff, Timer timer) {
        CompletableFuture<T> decided = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            double pause = backoff;
            for (int attempt = 1; ; attempt++) {
                try {
                    decided.complete(job.start().get());
                    return;
                } catch (ExecutionException problem) {
                    if (attempt == attempts || problem.getCause() instanceof FatalException) {
                        decided.completeExceptionally(problem.getCause());
                        return;
                    }
                } catch (InterruptedException stopped) {
                    decided.completeExceptionally(stopped);
                    return;
                }
                timer.pause(pause).join();
                pause *= 2;
            }
        });
        return decided;
    }
}
