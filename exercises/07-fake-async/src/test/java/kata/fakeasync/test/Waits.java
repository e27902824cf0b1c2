package kata.fakeasync.test;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Whether pull made its caller wait, for however short a time. Time moved by hand stands still meanwhile and shows
 * nothing of it; the JVM counts how often each thread has waited.
 */
final class Waits {
    private final Io io;
    private final AtomicInteger pulls = new AtomicInteger();
    private final AtomicInteger waited = new AtomicInteger();

    /** @param io what the caller waits for in there does not count */
    Waits(Io io) {
        this.io = io;
    }

    /** How often the calling thread has waited in its life; 0 for a virtual one. */
    static long ofThisThread() {
        ThreadInfo info = ManagementFactory.getThreadMXBean()
                .getThreadInfo(Thread.currentThread().threadId());
        return info == null ? 0 : info.getWaitedCount();
    }

    <T> T in(Supplier<T> pull) {
        long before = ofThisThread() - io.waitsOfCaller();
        try {
            return pull.get();
        } finally {
            pulls.incrementAndGet();
            if (ofThisThread() - io.waitsOfCaller() > before) {
                waited.incrementAndGet();
            }
        }
    }

    int pulls() {
        return pulls.get();
    }

    /** Whether no pull came back without a wait: for a lock inside the JDK one waits only now and then. */
    boolean everyTime() {
        return pulls() > 0 && waited.get() == pulls();
    }
}
