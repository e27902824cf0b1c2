package kata.iocpu.given;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One pool for everything, with a thread for each core. Asynchronous it is, but tasks that only wait take threads
 * from tasks that could work. Given, to compare with: leave it as it is and write {@code Workers}.
 */
public final class OnePool implements Dispatcher {
    private final ExecutorService pool;

    public OnePool(int cores) {
        pool = Executors.newFixedThreadPool(cores);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return task.call();
                    } catch (Exception problem) {
                        throw new CompletionException(problem);
                    }
                },
                pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
