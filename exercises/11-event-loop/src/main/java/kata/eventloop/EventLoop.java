package kata.eventloop;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.function.Consumer;
import kata.eventloop.given.Time;

/**
 * The machine under every async program, in a hundred lines: one thread, a queue, timers, a selector.
 * Check it with {@code ./kata check 11}, or {@code mvn test} in this folder.
 */
public final class EventLoop {
    private final Time time;
    private final Consumer<Throwable> problems;

    /**
     * @param time where the loop reads the time, and how it waits
     * @param problems is told what a callback throws
     */
    public EventLoop(Time time, Consumer<Throwable> problems) throws IOException {
        this.time = time;
        this.problems = problems;
    }

    /**
     * Has this run by the loop, after whatever was given to it before; given twice, it runs twice. Returns at once and
     * runs nothing itself.
     */
    public void callSoon(Runnable callback) {
        // TODO: put the callback at the end of a queue.
        throw new UnsupportedOperationException("TODO: callSoon puts the callback at the end of a queue");
    }

    /**
     * Has this run by the loop when the delay is over, never before, not even by part of a millisecond. Who is due
     * earlier runs earlier, and of two that are due at the same time the one that was given first.
     */
    public void callLater(Duration delay, Runnable callback) {
        // TODO: keep the callback with the time at which it is due.
        throw new UnsupportedOperationException("TODO: callLater keeps the callback with the time at which it is due");
    }

    /**
     * Has this run by the loop each time the channel has something to read, until the channel is closed: by this
     * callback or by any other.
     */
    public void watch(SelectableChannel channel, Runnable callback) throws IOException {
        // TODO: register the channel with a selector.
        throw new UnsupportedOperationException("TODO: watch registers the channel with a selector");
    }

    /**
     * Runs what the loop was given, on the calling thread and no other, until nothing is left: no callback, no timer
     * and no open channel. All the methods above are called before that, or by a callback. The loop waits only in
     * {@code time.select}, and only while there is nothing to run. Callbacks that give the loop new ones again and
     * again, by {@code callSoon} or without delay, keep neither a timer nor a channel waiting for long, and neither
     * does a channel that always has something. What any callback throws is told to {@code problems}, as it is or as
     * the cause of another, and the loop goes on.
     */
    public void run() throws IOException {
        // TODO: wait for what comes first, run what is due, and again, as long as something is left.
        throw new UnsupportedOperationException("TODO: run runs what is due and waits, until nothing is left");
    }
}
