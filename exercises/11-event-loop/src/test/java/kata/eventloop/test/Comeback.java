package kata.eventloop.test;

import java.time.Duration;
import java.util.function.Consumer;
import kata.eventloop.EventLoop;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.timeline.Timeline;

/** Callbacks that take a while and then give themselves to the loop again. */
final class Comeback {
    private static final Cause STARVED = new Cause(
            "starved",
            "others waited too long for their turn",
            "in each round look at timers and at channels, and run only what was in the queue or due by then: what a"
                    + " callback adds has its turn in the next round",
            127);

    private Comeback() {}

    /** One that comes back by callSoon, and one that comes back as a timer without delay. */
    static void start(World world, EventLoop loop, int times, double units) {
        comesBack(world, loop::callSoon, times, units);
        comesBack(world, callback -> loop.callLater(Duration.ZERO, callback), times, units);
    }

    private static void comesBack(World world, Consumer<Runnable> loop, int times, double units) {
        loop.accept(() -> {
            world.takes(units);
            if (times > 1) {
                comesBack(world, loop, times - 1, units);
            }
        });
    }

    /** This callback, due at this time, ran not much later. */
    static void letThrough(Stage stage, World world, String who, String what, String name, double due) {
        double at = world.at(name);
        if (at > due + 1) {
            throw stage.failure(
                    who.startsWith("Another channel")
                            ? STARVED.advising("in each round serve every key in selector.selectedKeys(), not one only")
                            : STARVED,
                    who + " again and again, and the " + what + " of " + name + " that was due at"
                            + " " + Timeline.units(due)
                            + " ran only at " + Timeline.units(at) + ", when that was over.");
        }
    }
}
