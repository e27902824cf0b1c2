// Diagnosis: shared-cores
// All Workers share one static pool, as large as the first of them wanted it, and whoever is closed first closes it.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private static ExecutorService cpu;

    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();

    public Workers(int cores) {
        open(cores);
    }

    private static synchronized void open(int cores) {
        if (cpu == null || cpu.isShutdown()) {
            cpu = Executors.newFixedThreadPool(cores);
        }
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
