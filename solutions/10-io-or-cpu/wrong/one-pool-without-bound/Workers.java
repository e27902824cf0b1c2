// Diagnosis: unbounded
// One pool for both, with as many threads as there are tasks.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final ExecutorService pool = Executors.newCachedThreadPool();

    public Workers(int cores) {}

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        return CompletableFuture.supplyAsync(() -> call(task), pool);
    }

    private static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception problem) {
            throw new CompletionException(problem);
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
