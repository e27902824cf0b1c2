package kata.iocpu.given;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** The synchronous twin: whoever submits a task runs it. Given, to compare with. */
public final class OneByOne implements Dispatcher {

    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        try {
            return CompletableFuture.completedFuture(task.call());
        } catch (Exception problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }

    @Override
    public void close() {}
}
