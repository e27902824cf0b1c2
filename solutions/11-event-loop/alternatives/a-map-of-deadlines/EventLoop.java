package kata.eventloop;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import kata.eventloop.given.Time;

/** Timers in a map by deadline, a list for each; the queue is swapped for an empty one in each round. */
public final class EventLoop {
    private final Time time;
    private final Consumer<Throwable> problems;
    private final Selector selector;
    private final TreeMap<Long, List<Runnable>> timers = new TreeMap<>();
    private List<Runnable> soon = new ArrayList<>();

    public EventLoop(Time time, Consumer<Throwable> problems) throws IOException {
        this.time = time;
        this.problems = problems;
        this.selector = Selector.open();
    }

    public void callSoon(Runnable callback) {
        soon.add(callback);
    }

    public void callLater(Duration delay, Runnable callback) {
        timers.computeIfAbsent(time.now() + delay.toNanos(), due -> new ArrayList<>()).add(callback);
    }

    public void watch(SelectableChannel channel, Runnable callback) throws IOException {
        channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, callback);
    }

    public void run() throws IOException {
        while (true) {
            List<Runnable> round = soon;
            soon = new ArrayList<>();
            round.forEach(this::attempt);
            // Taken out before any of them runs: what they add is for the next round, even without a delay.
            SortedMap<Long, List<Runnable>> head = timers.headMap(time.now(), true);
            List<List<Runnable>> due = List.copyOf(head.values());
            head.clear();
            due.forEach(together -> together.forEach(this::attempt));
            long wait = !soon.isEmpty() ? 0 : timers.isEmpty() ? -1 : Math.max(0, timers.firstKey() - time.now());
            time.select(selector, wait);
            List<SelectionKey> keys = List.copyOf(selector.selectedKeys());
            selector.selectedKeys().clear();
            for (SelectionKey key : keys) {
                if (key.isValid()) {
                    attempt((Runnable) key.attachment());
                }
            }
            if (soon.isEmpty() && timers.isEmpty() && selector.keys().isEmpty()) {
                return;
            }
        }
    }

    private void attempt(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable problem) {
            problems.accept(problem);
        }
    }
}
