package kata.virtual.test;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import kata.testkit.Call;
import kata.testkit.Stage;

/**
 * Jobs that are handed out in two lots, the second when the first has been done: whoever keeps threads has some to use
 * again then, however busy the machine is.
 */
final class TwoLots extends AbstractList<Callable<String>> implements RandomAccess {
    /** How many jobs the first lot has. */
    static final int FIRST = 100;
    /** Some go through the list once or twice before they start anything; whoever does so for each job is let pass. */
    private static final int MOST_STOPS = 3;

    private final List<Callable<String>> jobs;
    private final AtomicInteger stops = new AtomicInteger();
    private final Semaphore goOn = new Semaphore(0);

    TwoLots(List<Callable<String>> jobs) {
        this.jobs = jobs;
    }

    @Override
    public Callable<String> get(int index) {
        if (index == FIRST && stops.incrementAndGet() <= MOST_STOPS) {
            goOn.acquireUninterruptibly();
        }
        return jobs.get(index);
    }

    @Override
    public int size() {
        return jobs.size();
    }

    /** Runs the call to its end; each time it comes to the second lot it waits until the first is done, or nothing moves. */
    void handOut(Stage stage, Call<?> call, BooleanSupplier firstIsDone) {
        for (int stop = 1; stop <= MOST_STOPS && !call.isDone(); stop++) {
            int next = stop;
            stage.until(() -> call.isDone() || stops.get() >= next);
            stage.until(() -> call.isDone() || firstIsDone.getAsBoolean());
            goOn.release();
        }
        stage.until(call::isDone);
    }
}
