// Diagnosis: blocked-the-common-pool
// supplyAsync without an executor takes the common pool, whose few workers then wait.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final ExecutorService cpu;

    public Workers(int cores) {
        cpu = Executors.newFixedThreadPool(cores);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        if (kind == Kind.IO) {
            return CompletableFuture.supplyAsync(() -> call(task));
        }
        return CompletableFuture.supplyAsync(() -> call(task), cpu);
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
        cpu.shutdown();
    }
}
