package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

/** A cached pool lends a thread to each task that waits; a fork-join pool has one for each core. */
public final class Workers implements Dispatcher {
    private final ExecutorService io = Executors.newCachedThreadPool();
    private final ExecutorService cpu;

    public Workers(int cores) {
        cpu = new ForkJoinPool(cores);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Runnable run = () -> {
            try {
                outcome.complete(task.call());
            } catch (Throwable problem) {
                outcome.completeExceptionally(problem);
            }
        };
        switch (kind) {
            case IO -> io.execute(run);
            case CPU -> cpu.execute(run);
        }
        return outcome;
    }

    @Override
    public void close() {
        io.shutdown();
        cpu.shutdown();
    }
}
