// Diagnosis: lost-a-core
// A task that fails keeps its permit: in the end no core is left.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final Semaphore cores;

    public Workers(int cores) {
        this.cores = new Semaphore(cores);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                if (kind == Kind.CPU) {
                    cores.acquire();
                }
                T value = task.call();
                if (kind == Kind.CPU) {
                    cores.release();
                }
                outcome.complete(value);
            } catch (Throwable problem) {
                outcome.completeExceptionally(problem);
            }
        });
        return outcome;
    }

    @Override
    public void close() {}
}
