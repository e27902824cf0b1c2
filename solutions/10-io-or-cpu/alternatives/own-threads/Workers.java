package kata.iocpu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

/** A thread for each task that waits, and a worker for each core that takes its tasks from a queue. */
public final class Workers implements Dispatcher {
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();

    public Workers(int cores) {
        for (int i = 1; i <= cores; i++) {
            workers.add(Thread.ofPlatform().name("core-" + i).start(this::work));
        }
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
            Thread.ofPlatform().start(run);
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
