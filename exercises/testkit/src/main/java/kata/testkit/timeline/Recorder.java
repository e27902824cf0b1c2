package kata.testkit.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Writes down what happens while an answer runs. Any thread may record; each call costs well under a microsecond
 * and never blocks for longer than another thread's record takes.
 */
public final class Recorder {
    private final DoubleSupplier now;
    private final List<Open> spans = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private Consumer<Mark> listener = mark -> {};
    private long events;

    /** @param now units since the start of the run */
    public Recorder(DoubleSupplier now) {
        this.now = now;
    }

    /** Tells of each mark as it is made, on the thread that makes it and before the next can be made. */
    public synchronized void onMark(Consumer<Mark> listener) {
        this.listener = listener;
    }

    /** Begins a span on the calling thread; whoever ends it may be another thread. */
    public Open begin(String lane, String what, Span.Kind kind) {
        synchronized (this) {
            Open open = new Open(lane, what, kind, Thread.currentThread().getName(), now.getAsDouble(), ++events);
            spans.add(open);
            return open;
        }
    }

    /** Records a moment. */
    public void mark(String lane, String what) {
        synchronized (this) {
            Mark mark = new Mark(lane, what, Thread.currentThread().getName(), now.getAsDouble(), ++events);
            marks.add(mark);
            listener.accept(mark);
        }
    }

    /** Units since the start of the run. */
    public double now() {
        return now.getAsDouble();
    }

    /** How many beginnings, ends and marks have been recorded so far. */
    public synchronized long events() {
        return events;
    }

    /** What has been recorded so far; open spans reach to now. */
    public synchronized Timeline timeline() {
        return new Timeline(spans.stream().map(Open::snapshot).toList(), marks);
    }

    /** A span that has begun. */
    public final class Open implements AutoCloseable {
        private final String lane;
        private final String what;
        private final Span.Kind kind;
        private final String thread;
        private final double from;
        private final long begun;
        private double to;
        private long ended;

        private Open(String lane, String what, Span.Kind kind, String thread, double from, long begun) {
            this.lane = lane;
            this.what = what;
            this.kind = kind;
            this.thread = thread;
            this.from = from;
            this.begun = begun;
        }

        /** Ends the span; a second call does nothing. */
        @Override
        public void close() {
            synchronized (Recorder.this) {
                if (ended == 0) {
                    to = now.getAsDouble();
                    ended = ++events;
                }
            }
        }

        private Span snapshot() {
            return new Span(lane, what, kind, thread, from, ended == 0 ? now.getAsDouble() : to, begun, ended);
        }
    }
}
