package kata.testkit.timeline;

/**
 * A stretch of time in a lane of the timeline.
 *
 * @param lane the row it is drawn in: a task of the lesson ("A", "Pasta", "R1")
 * @param what what happened, in the lesson's words ("pause", "cooking")
 * @param kind whether the lane waited, worked, or held its thread while it waited
 * @param thread the thread that began it
 * @param from units since the start
 * @param to units since the start; the time of the snapshot while {@code ended} is 0
 * @param begun position among all recorded events: decides order where two times are equal
 * @param ended as {@code begun}, for the end; 0 while the span is open
 */
public record Span(String lane, String what, Kind kind, String thread, double from, double to, long begun, long ended) {

    /** How a lane spent a span. */
    public enum Kind {
        /** Waited without holding a thread. */
        WAIT,
        /** Used a thread. */
        WORK,
        /** Waited and held a thread meanwhile. */
        BLOCKED
    }

    /** Whether the span had not ended when the snapshot was taken. */
    public boolean open() {
        return ended == 0;
    }

    /** Whether both were under way at the same moment; decided by the order of events, not by the clock. */
    public boolean overlaps(Span other) {
        return begun < (other.open() ? Long.MAX_VALUE : other.ended) && other.begun < (open() ? Long.MAX_VALUE : ended);
    }

    /** Whether this one had ended when the other began. */
    public boolean endedBefore(Span other) {
        return !open() && ended < other.begun;
    }
}
