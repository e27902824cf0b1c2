// Diagnosis: unbounded
// Gives the core of a failed task back in catch and in finally: from then on one more task runs than there are cores.
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
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService cpu = Executors.newCachedThreadPool();
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private int free;

    public Workers(int cores) {
        free = cores;
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        if (kind == Kind.IO) {
            io.execute(() -> run(task, outcome, () -> {}));
        } else {
            begin(() -> run(task, outcome, this::giveBack));
        }
        return outcome;
    }

    private static <T> void run(Callable<T> task, CompletableFuture<T> outcome, Runnable giveBack) {
        try {
            outcome.complete(task.call());
        } catch (Throwable problem) {
            giveBack.run();
            outcome.completeExceptionally(problem);
        } finally {
            giveBack.run();
        }
    }

    private synchronized void begin(Runnable work) {
        if (free > 0) {
            free--;
            cpu.execute(work);
        } else {
            queue.add(work);
        }
    }

    private synchronized void giveBack() {
        free++;
        if (!queue.isEmpty()) {
            begin(queue.remove());
        }
    }

    @Override
    public void close() {
        io.close();
        cpu.close();
    }
}
