// Diagnosis: too-few-at-once
// Leaves CPU tasks to the common pool, which knows nothing of the cores it was told.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();

    public Workers(int cores) {}

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        if (kind == Kind.IO) {
            return CompletableFuture.supplyAsync(() -> call(task), io);
        }
        return CompletableFuture.supplyAsync(() -> call(task));
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
    }
}
