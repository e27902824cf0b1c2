package kata.iocpu.test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import kata.iocpu.given.Kind;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Recorder;
import kata.testkit.timeline.Span;

/**
 * A task that lasts until the clock says so. Working and waiting look alike to the machine here: what counts is on
 * which thread it happens, and how many do it at once.
 *
 * @param name its lane on the timeline
 * @param failure what it throws in the end; null if it goes well
 */
record Task(String name, Kind kind, double units, Throwable failure) {

    /** So many tasks of a kind, called page 1, page 2, … if they wait, and photo 1, photo 2, … if they work. */
    static List<Task> of(Kind kind, int count, ToDoubleFunction<Integer> units) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = (kind == Kind.IO ? "page " : "photo ") + (i + 1);
            tasks.add(new Task(name, kind, units.applyAsDouble(i), null));
        }
        return tasks;
    }

    Task failingWith(Throwable problem) {
        return new Task(name, kind, units, problem);
    }

    /** What it returns. */
    String result() {
        return name + " after " + units;
    }

    String call(KataClock clock) throws Exception {
        if (kind == Kind.IO) {
            clock.block(name, "read", units);
        } else {
            try (Recorder.Open span = clock.recorder().begin(name, "shrink", Span.Kind.WORK)) {
                clock.hold(units);
            }
        }
        if (failure instanceof Error problem) {
            throw problem;
        }
        if (failure instanceof Exception problem) {
            throw problem;
        }
        return result();
    }
}
