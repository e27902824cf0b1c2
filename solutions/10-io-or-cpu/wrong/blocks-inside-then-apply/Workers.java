// Diagnosis: blocked-the-loop
// thenApply on a future that is done already runs its function on the calling thread.
package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

public final class Workers implements Dispatcher {
    public Workers(int cores) {}

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        return CompletableFuture.completedFuture(task).thenApply(Workers::call);
    }

    private static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception problem) {
            throw new CompletionException(problem);
        }
    }

    @Override
    public void close() {}
}
