// Diagnosis: unbounded
// A thread for each task, whatever it does.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    public Workers(int cores) {}

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        new Thread(() -> {
            try {
                outcome.complete(task.call());
            } catch (Throwable problem) {
                outcome.completeExceptionally(problem);
            }
        }).start();
        return outcome;
    }

    @Override
    public void close() {}
}
