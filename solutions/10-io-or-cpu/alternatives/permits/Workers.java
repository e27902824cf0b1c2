package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

/** A thread for each task: a virtual one to wait on, a platform thread to work on once it has a core's permit. */
public final class Workers implements Dispatcher {
    private final Semaphore cores;

    public Workers(int cores) {
        this.cores = new Semaphore(cores, true);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread.Builder thread = kind == Kind.CPU ? Thread.ofPlatform() : Thread.ofVirtual();
        thread.start(() -> {
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
        // Nothing is open: each thread ends with its task.
    }
}
