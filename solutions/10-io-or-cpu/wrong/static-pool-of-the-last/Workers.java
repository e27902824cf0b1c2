// Diagnosis: shared-cores
// Each constructor puts its pool into the same static field: the Workers that are opened last serve, and close, for all.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private static ExecutorService io;
    private static ExecutorService cpu;

    public Workers(int cores) {
        io = Executors.newVirtualThreadPerTaskExecutor();
        cpu = Executors.newFixedThreadPool(cores);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        return CompletableFuture.supplyAsync(() -> call(task), kind == Kind.IO ? io : cpu);
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
        io.close();
        cpu.close();
    }
}
