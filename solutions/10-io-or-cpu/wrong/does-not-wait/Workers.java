// Diagnosis: returned-too-early
// Starts the task and returns a future that is done already.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final ExecutorService io = Executors.newCachedThreadPool();
    private final ExecutorService cpu;

    public Workers(int cores) {
        cpu = Executors.newFixedThreadPool(cores);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        (kind == Kind.IO ? io : cpu).submit(task);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        io.shutdown();
        cpu.shutdown();
    }
}
