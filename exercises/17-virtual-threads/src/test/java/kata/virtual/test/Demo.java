package kata.virtual.test;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import kata.testkit.Playback;
import kata.testkit.time.RealClock;
import kata.virtual.AllAtOnce;
import kata.virtual.given.AllOneByOne;

/** Four waits one after another; then four, and ten thousand, of yours. {@code kata run 17} plays it. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        Playback.ofUnit(1)
                .then("The synchronous twin: four jobs of two seconds", clock -> () -> AllOneByOne.all(four(clock)))
                .then("Yours: the same four", clock -> () -> AllAtOnce.all(four(clock)))
                .then(
                        "Yours: ten thousand of them",
                        clock -> () -> AllAtOnce.all(Collections.nCopies(10_000, () -> {
                            clock.hold(2);
                            return "done";
                        })))
                .play();
    }

    private static List<Callable<String>> four(RealClock clock) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(i -> (Callable<String>) () -> {
                    clock.block("J" + i, "wait", 2);
                    return "done";
                })
                .toList();
    }
}
