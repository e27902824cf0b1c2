// Diagnosis: idle-cores
// Begins as many CPU tasks as there are cores, and the next ones only when all of these are over.
package kata.iocpu;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final int cores;
    private int working;

    public Workers(int cores) {
        this.cores = cores;
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
        if (kind == Kind.IO) {
            threads.execute(run);
            return outcome;
        }
        synchronized (this) {
            waiting.add(() -> {
                run.run();
                isOver();
            });
            if (waiting.size() == 1 && working < cores) {
                beginNext();
            }
        }
        return outcome;
    }

    private synchronized void isOver() {
        if (--working > 0) {
            return;
        }
        while (working < cores && !waiting.isEmpty()) {
            beginNext();
        }
    }

    private void beginNext() {
        working++;
        threads.execute(waiting.remove());
    }

    @Override
    public void close() {
        threads.close();
    }
}
