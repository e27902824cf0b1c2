// Diagnosis: unbounded
// Makes a new pool in each call: every task has a pool to itself.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final int cores;

    public Workers(int cores) {
        this.cores = cores;
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        ExecutorService pool = Executors.newFixedThreadPool(cores);
        return CompletableFuture.supplyAsync(() -> call(task), pool).whenComplete((value, problem) -> pool.shutdown());
    }

    private static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception problem) {
            throw new CompletionException(problem);
        }
    }

    @Override
    public void close() {}
}
