// Diagnosis: blocked-the-loop
// Puts a future around what the task returned: it ran on the loop before there was a future.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    public Workers(int cores) {}

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        try {
            return CompletableFuture.completedFuture(task.call());
        } catch (Throwable problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }

    @Override
    public void close() {}
}
