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
 * @param lane where it is drawn; the many of a crowd share one
 * @param failure what it throws in the end; null if it goes well
 * @param result what it returns if it goes well; may be null
 */
record Task(String name, String lane, Kind kind, double units, Throwable failure, String result) {
    private static final int DRAWN = 16;

    /** So many tasks of a kind, called page 1, page 2, … if they wait, and photo 1, photo 2, … if they work. */
    static List<Task> of(Kind kind, int count, ToDoubleFunction<Integer> units) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String what = kind == Kind.IO ? "page" : "photo";
            String name = what + " " + (i + 1);
            String lane = i < DRAWN ? name : (count - DRAWN) + " more " + what + "s";
            double lasts = units.applyAsDouble(i);
            tasks.add(new Task(name, lane, kind, lasts, null, name + " after " + lasts));
        }
        return tasks;
    }

    Task called(String other) {
        return new Task(other, other, kind, units, failure, result);
    }

    Task failingWith(Throwable problem) {
        return new Task(name, lane, kind, units, problem, result);
    }

    Task returningNull() {
        return new Task(name, lane, kind, units, failure, null);
    }

    String call(KataClock clock) throws Exception {
        if (kind == Kind.IO) {
            clock.block(lane, "read", units);
        } else {
            try (Recorder.Open span = clock.recorder().begin(lane, "shrink", Span.Kind.WORK)) {
                if (units > 0) {
                    clock.hold(units);
                }
            }
        }
        if (failure instanceof Error problem) {
            throw problem;
        }
        if (failure instanceof Exception problem) {
            throw problem;
        }
        return result;
    }
}
