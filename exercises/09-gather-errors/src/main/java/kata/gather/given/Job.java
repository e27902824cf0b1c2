package kata.gather.given;

import java.util.concurrent.CompletableFuture;

/** Something that takes its time and may fail. Given: do not change it. */
public interface Job<T> {

    /** What it is called, as in "Lima". Two jobs may bear the same name. */
    String name();

    /**
     * Begins the job and returns at once; the job may be over by then. Call it once for each job.
     *
     * @return a future that completes by itself with the job's value, or fails with a {@link JobFailed}. As so often,
     *     that exception may come wrapped in others, {@link java.util.concurrent.CompletionException} and
     *     {@link java.util.concurrent.ExecutionException}. Cancelling this future stops the job; cancelling one that
     *     was made from it, as by {@code thenApply}, does not.
     */
    CompletableFuture<T> start();
}
