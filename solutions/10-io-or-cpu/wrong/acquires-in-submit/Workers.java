// Diagnosis: blocked-the-loop
// Waits for a free core in submit, which is on the loop.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Semaphore cores;

    public Workers(int cores) {
        this.cores = new Semaphore(cores);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        if (kind == Kind.IO) {
            return CompletableFuture.supplyAsync(() -> call(task), threads);
        }
        cores.acquireUninterruptibly();
        return CompletableFuture.supplyAsync(() -> call(task), threads)
                .whenComplete((value, problem) -> cores.release());
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
        threads.shutdown();
    }
}
