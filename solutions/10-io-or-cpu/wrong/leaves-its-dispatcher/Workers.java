// Diagnosis: leaked-threads
// A thread hands the tasks to two pools; close ends the pools, and that thread waits for ever.
package kata.iocpu;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService cpu;

    public Workers(int cores) {
        cpu = Executors.newFixedThreadPool(cores);
        Thread.ofPlatform().daemon().name("dispatcher").start(this::dispatch);
    }

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        ExecutorService pool = kind == Kind.IO ? io : cpu;
        inbox.add(() -> outcome.completeAsync(() -> call(task), pool));
        return outcome;
    }

    private void dispatch() {
        try {
            while (true) {
                inbox.take().run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception problem) {
            throw new CompletionException(problem);
        }
    }

    @Override
    public void close() {
        io.close();
        cpu.close();
    }
}
