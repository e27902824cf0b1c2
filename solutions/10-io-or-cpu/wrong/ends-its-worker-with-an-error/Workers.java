// Diagnosis: lost-a-core
// Delivers an Error and throws it on: the worker ends with it, and a core has nobody any more.
package kata.iocpu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();

    public Workers(int cores) {
        for (int i = 0; i < cores; i++) {
            workers.add(Thread.ofPlatform().daemon().start(this::work));
        }
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Runnable run = () -> {
            try {
                outcome.complete(task.call());
            } catch (Exception problem) {
                outcome.completeExceptionally(problem);
            } catch (Error problem) {
                outcome.completeExceptionally(problem);
                throw problem;
            }
        };
        if (kind == Kind.IO) {
            Thread.startVirtualThread(run);
        } else {
            work.add(run);
        }
        return outcome;
    }

    private void work() {
        try {
            while (true) {
                work.take().run();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
    }
}
