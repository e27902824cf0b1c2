// Diagnosis: one-pool-for-both
// A CPU worker hands I/O on to a thread that may wait: while all cores are busy, no I/O begins.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService cpu;

    public Workers(int cores) {
        cpu = Executors.newFixedThreadPool(cores);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        cpu.execute(() -> {
            if (kind == Kind.IO) {
                io.execute(() -> run(task, outcome));
            } else {
                run(task, outcome);
            }
        });
        return outcome;
    }

    private static <T> void run(Callable<T> task, CompletableFuture<T> outcome) {
        try {
            outcome.complete(task.call());
        } catch (Throwable problem) {
            outcome.completeExceptionally(problem);
        }
    }

    @Override
    public void close() {
        cpu.close();
        io.close();
    }
}
