package kata.bounded.test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kata.bounded.Bounded;
import kata.bounded.given.OneByOne;
import kata.testkit.Playback;

/** Twelve jobs of a second each: one at a time, then four at a time. {@code kata run 15} plays it. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        List<String> items = IntStream.rangeClosed(1, 12).mapToObj(i -> "J" + i).toList();
        Playback.ofUnit(1)
                .then(
                        "The synchronous twin, one at a time",
                        clock -> () -> OneByOne.map(items, new Jobs(clock, Map.of(), Map.of())))
                .then(
                        "Yours, four at a time",
                        clock -> () -> Bounded.mapBounded(items, 4, new Jobs(clock, Map.of(), Map.of())))
                .play();
    }
}
