package kata.iocpu;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import kata.iocpu.given.Dispatcher;
import kata.iocpu.given.Kind;

/**
 * Finds the right thread for each task: many threads for those that wait, a thread for each core for those that work.
 * Check it with {@code ./kata check 10}, or {@code mvn test} in this folder.
 */
public final class Workers implements Dispatcher {
    private final int cores;

    /** @param cores how many CPU tasks may run at the same time; not always as many as this machine has */
    public Workers(int cores) {
        this.cores = cores;
    }

    /**
     * Returns at once and runs the task once, never on the calling thread, which is an event loop's only one. An I/O
     * task begins at once, however many are under way. Of the CPU tasks as many run as there are cores, and no more,
     * on platform threads; the others wait for a free core. Neither kind ever waits for the other.
     *
     * @return a future that ends when the task has: with its value, null too, or, whatever it throws, an Error too,
     *     with that (as it is, or as the cause of another)
     */
    @Override
    public <T> CompletableFuture<T> submit(Kind kind, Callable<T> task) {
        // TODO: run an I/O task on a thread that may wait, and a CPU task on one of as many threads as there are cores.
        throw new UnsupportedOperationException("TODO: submit runs a task on a thread that suits its kind");
    }

    /** Ends every thread that was started here, whatever it is for. Called once, when every task is over. */
    @Override
    public void close() {
        // TODO: close what you have opened.
        throw new UnsupportedOperationException("TODO: close ends every thread that was started");
    }
}
