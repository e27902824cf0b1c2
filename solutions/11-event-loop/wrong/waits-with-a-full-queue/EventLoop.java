// Diagnosis: too-slow
// Looks at timers only when it decides how long to wait, not into the queue.
package kata.eventloop;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import kata.eventloop.given.Time;

public final class EventLoop {
    private record Timer(long deadline, long number, Runnable callback) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int earlier = Long.compare(deadline, other.deadline);
            return earlier != 0 ? earlier : Long.compare(number, other.number);
        }
    }

    private final Time time;
    private final Consumer<Throwable> problems;
    private final Selector selector;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private long timersGiven;

    public EventLoop(Time time, Consumer<Throwable> problems) throws IOException {
        this.time = time;
        this.problems = problems;
        this.selector = Selector.open();
    }

    public void callSoon(Runnable callback) {
        queue.add(callback);
    }

    public void callLater(Duration delay, Runnable callback) {
        timers.add(new Timer(time.now() + delay.toNanos(), timersGiven++, callback));
    }

    public void watch(SelectableChannel channel, Runnable callback) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, callback);
    }

    public void run() throws IOException {
        while (!queue.isEmpty() || !timers.isEmpty() || anyOpen()) {
            runTheQueue();
            if (!timers.isEmpty()) {
                time.select(selector, Math.max(0, timers.peek().deadline() - time.now()));
            } else if (anyOpen()) {
                time.select(selector, -1);
            }
            long now = time.now();
            while (!timers.isEmpty() && timers.peek().deadline() <= now) {
                queue.add(timers.remove().callback());
            }
            for (SelectionKey key : selector.selectedKeys()) {
                queue.add(() -> {
                    if (key.isValid()) {
                        ((Runnable) key.attachment()).run();
                    }
                });
            }
            selector.selectedKeys().clear();
        }
    }

    /** What was in the queue by now; what is added meanwhile has its turn in the next round. */
    private void runTheQueue() {
        for (int left = queue.size(); left > 0; left--) {
            try {
                queue.remove().run();
            } catch (Throwable problem) {
                problems.accept(problem);
            }
        }
    }

    private boolean anyOpen() {
        return selector.keys().stream().anyMatch(SelectionKey::isValid);
    }
}
