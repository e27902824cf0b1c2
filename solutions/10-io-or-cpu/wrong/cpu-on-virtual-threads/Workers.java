// Diagnosis: cpu-on-virtual-threads
// Bounds the CPU tasks by permits, but runs them on virtual threads: these stay on their carriers while they compute.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final Semaphore cores;

    public Workers(int cores) {
        this.cores = new Semaphore(cores, true);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                outcome.complete(kind == Kind.CPU ? onACore(task) : task.call());
            } catch (Throwable problem) {
                outcome.completeExceptionally(problem);
            }
        });
        return outcome;
    }

    private <T> T onACore(Callable<T> task) throws Exception {
        cores.acquire();
        try {
            return task.call();
        } finally {
            cores.release();
        }
    }

    @Override
    public void close() {
        // Nothing is open: each virtual thread ends with its task.
    }
}
