// Diagnosis: shared-by-loops
// All loops share one static selector: each of them runs the callbacks of all channels.
package kata.eventloop;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import kata.eventloop.given.Time;

public final class EventLoop {
    private record Timer(long due, long number, Runnable callback) {
        private static final Comparator<Timer> ORDER =
                Comparator.comparingLong(Timer::due).thenComparingLong(Timer::number);
    }

    private final Time time;
    private final Consumer<Throwable> problems;
    private static Selector selector;
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Timer.ORDER);
    private long timersSoFar;

    public EventLoop(Time time, Consumer<Throwable> problems) throws IOException {
        this.time = time;
        this.problems = problems;
        if (selector == null) {
            selector = Selector.open();
        }
    }

    public void callSoon(Runnable callback) {
        ready.add(callback);
    }

    public void callLater(Duration delay, Runnable callback) {
        timers.add(new Timer(time.now() + delay.toNanos(), timersSoFar++, callback));
    }

    public void watch(SelectableChannel channel, Runnable callback) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, callback);
    }

    public void run() throws IOException {
        while (isSomethingLeft()) {
            time.select(selector, untilSomethingIsDue());
            queueWhatIsDue();
            // What these add comes in the next round, after another look at timers and channels.
            for (int round = ready.size(); round > 0; round--) {
                runSafely(ready.remove());
            }
        }
    }

    private boolean isSomethingLeft() {
        // A closed channel stays among the keys until the next select, but its key is no longer valid.
        return !ready.isEmpty() || !timers.isEmpty() || selector.keys().stream().anyMatch(SelectionKey::isValid);
    }

    private long untilSomethingIsDue() {
        if (!ready.isEmpty()) {
            return 0;
        }
        return timers.isEmpty() ? -1 : Math.max(0, timers.element().due() - time.now());
    }

    private void queueWhatIsDue() {
        for (SelectionKey key : selector.selectedKeys()) {
            Runnable callback = (Runnable) key.attachment();
            // The callback of another channel may close this one before its turn.
            ready.add(() -> {
                if (key.isValid()) {
                    callback.run();
                }
            });
        }
        selector.selectedKeys().clear();
        long now = time.now();
        while (!timers.isEmpty() && timers.element().due() <= now) {
            ready.add(timers.remove().callback());
        }
    }

    private void runSafely(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable problem) {
            problems.accept(problem);
        }
    }
}
