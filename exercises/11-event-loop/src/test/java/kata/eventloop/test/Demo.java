package kata.eventloop.test;

import java.util.List;
import java.util.concurrent.Executors;
import kata.eventloop.given.Count;
import kata.testkit.Playback;
import kata.testkit.time.RealClock;

/** Three counts without a loop, one after another; then on yours. {@code kata run 11} plays it. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        List<String> ids = List.of("A", "B", "C");
        Playback.ofUnit(1)
                .then(
                        "The synchronous twin: a thread that stands still",
                        clock -> Executors.callable(
                                () -> Count.sync(ids, clock.recorder()::mark, () -> standStill(clock))))
                .then("The async counts, on your loop: one thread as well", clock -> () -> {
                    Counts.onALoop(clock, ids);
                    return null;
                })
                .play();
    }

    private static void standStill(RealClock clock) {
        try {
            clock.block("thread", "held", 1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
