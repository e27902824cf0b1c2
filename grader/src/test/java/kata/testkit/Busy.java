package kata.testkit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Computes until the count is high enough; stands for a library that an answer calls. */
public record Busy(AtomicInteger count, int enough, AtomicBoolean done) implements Runnable {
    @Override
    public void run() {
        while (count.get() < enough) {
            Thread.onSpinWait();
        }
        done.set(true);
    }
}
