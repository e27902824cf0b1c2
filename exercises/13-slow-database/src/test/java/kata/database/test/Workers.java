package kata.database.test;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that may block, as many as anybody wants. */
final class Workers implements Executor, AutoCloseable {
    private final ExecutorService pool = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("kata-db-", 1).factory());

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Ends what an answer may have left stuck. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
