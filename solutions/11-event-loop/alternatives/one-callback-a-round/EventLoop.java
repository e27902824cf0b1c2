package kata.eventloop;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.ListIterator;
import java.util.function.Consumer;
import kata.eventloop.given.Time;

/** Everything is a timer: what should run soon is due now. One sorted list, and one callback in each round. */
public final class EventLoop {
    private record Task(long due, Runnable callback) {}

    private final Time time;
    private final Consumer<Throwable> problems;
    private final Selector selector = Selector.open();
    private final LinkedList<Task> tasks = new LinkedList<>();

    public EventLoop(Time time, Consumer<Throwable> problems) throws IOException {
        this.time = time;
        this.problems = problems;
    }

    public void callSoon(Runnable callback) {
        callLater(Duration.ZERO, callback);
    }

    public void callLater(Duration delay, Runnable callback) {
        Task task = new Task(time.now() + delay.toNanos(), callback);
        // Behind all that are due no later than this one.
        ListIterator<Task> place = tasks.listIterator(tasks.size());
        while (place.hasPrevious()) {
            if (place.previous().due() <= task.due()) {
                place.next();
                break;
            }
        }
        place.add(task);
    }

    public void watch(SelectableChannel channel, Runnable callback) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, callback);
    }

    public void run() throws IOException {
        while (!tasks.isEmpty() || selector.keys().stream().anyMatch(SelectionKey::isValid)) {
            time.select(selector, tasks.isEmpty() ? -1 : Math.max(0, tasks.getFirst().due() - time.now()));
            for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.isValid()) {
                    attempt((Runnable) key.attachment());
                }
            }
            if (!tasks.isEmpty() && tasks.getFirst().due() <= time.now()) {
                attempt(tasks.removeFirst().callback());
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
