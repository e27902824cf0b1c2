package kata.backpressure.test;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kata.backpressure.PacedSubscriber;
import kata.backpressure.given.OneByOne;
import kata.testkit.Playback;

/** Twelve items of a second each: one by one, then in your four places. {@code kata run 18} plays it. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        List<String> items = IntStream.rangeClosed(1, 12).mapToObj(i -> "P" + i).toList();
        Playback.ofUnit(1)
                .then(
                        "The synchronous twin, one by one",
                        clock -> Executors.callable(() -> OneByOne.takeAll(items, new Belt(clock, items))))
                .then("Yours, with four places", clock -> () -> {
                    Belt belt = new Belt(clock, items);
                    PacedSubscriber<String> subscriber = new PacedSubscriber<>(4, belt);
                    belt.subscribe(subscriber);
                    return subscriber.done();
                })
                .play();
    }
}
