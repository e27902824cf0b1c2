package kata.iocpu.given;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Decides where tasks run. Given: do not change it. */
public interface Dispatcher extends AutoCloseable {

    /** Takes a task; the future ends with what the task returns, or with whatever it throws. */
    <T> CompletableFuture<T> submit(Kind kind, Callable<T> task);

    /** Called once, when every task is over. */
    @Override
    void close();
}
