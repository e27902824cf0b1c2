package kata.eventloop.test;

import kata.eventloop.EventLoop;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.timeline.Timeline;

/** A callback that takes a while and then gives itself to the loop again. */
final class Comeback {
    private static final Cause STARVED = new Cause(
            "starved",
            "the queue never let anybody else through",
            "in each round run only the callbacks that were in the queue when the round began; then look at timers and"
                    + " channels again",
            127);

    private Comeback() {}

    static void start(World world, EventLoop loop, int times, double units) {
        loop.callSoon(() -> {
            world.takes(units);
            if (times > 1) {
                start(world, loop, times - 1, units);
            }
        });
    }

    /** This callback, due at this time, ran not much later. */
    static void letThrough(Stage stage, World world, String name, double due, String what) {
        double at = world.at(name);
        if (at > due + 1) {
            throw stage.failure(
                    STARVED,
                    "A callback came back again and again, and the " + what + " of " + name + " that was due at"
                            + " " + Timeline.units(due)
                            + " ran only at " + Timeline.units(at) + ", when it had come for the last time.");
        }
    }
}
