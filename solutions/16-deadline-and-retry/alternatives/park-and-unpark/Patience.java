package kata.patience;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import kata.patience.given.Job;
import kata.patience.given.PatienceSync;
import kata.patience.given.Timer;

/** A virtual thread that parks until the job or the pause wakes it; and the synchronous twin on another. */
public final class Patience {
    public static <T> CompletableFuture<T> withDeadline(Job<T> job, double units, Timer timer) {
        CompletableFuture<T> decided = new CompletableFuture<>();
        CompletableFuture<T> work = job.start();
        CompletableFuture<Void> over = timer.pause(units);
        Thread waiter = Thread.startVirtualThread(() -> {
            while (!work.isDone() && !over.isDone()) {
                LockSupport.park();
            }
            if (!work.isDone()) {
                decided.completeExceptionally(new TimeoutException());
                work.cancel(true);
            } else if (work.state() == Future.State.SUCCESS) {
                decided.complete(work.resultNow());
            } else {
                decided.completeExceptionally(work.exceptionNow());
            }
            over.cancel(true);
        });
        work.whenComplete((result, problem) -> LockSupport.unpark(waiter));
        over.whenComplete((nothing, problem) -> LockSupport.unpark(waiter));
        return decided;
    }

    public static <T> CompletableFuture<T> retry(Job<T> job, int attempts, double backoff, Timer timer) {
        CompletableFuture<T> told = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                told.complete(PatienceSync.retry(job, attempts, backoff, timer));
            } catch (CompletionException problem) {
                told.completeExceptionally(problem.getCause());
            }
        });
        return told;
    }
}
