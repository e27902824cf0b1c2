// Diagnosis: swallowed-error
// An Error ends no future: whoever waits for it waits for ever.
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
        CompletableFuture<T> outcome = new CompletableFuture<>();
        (kind == Kind.IO ? io : cpu).submit(() -> {
            try {
                outcome.complete(task.call());
            } catch (Exception problem) {
                outcome.completeExceptionally(problem);
            }
        });
        return outcome;
    }

    @Override
    public void close() {
        io.shutdown();
        cpu.shutdown();
    }
}
