package kata.countasync.test;

import java.util.List;
import java.util.concurrent.Executors;
import kata.countasync.CountAsync;
import kata.countasync.given.CountSync;
import kata.testkit.Playback;

/** The lesson as it is told: three counts, first one after another, then yours. {@code kata run 01} plays it. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        List<String> ids = List.of("A", "B", "C");
        Playback.ofUnit(1)
                .then("The synchronous twin: One Two One Two One Two", clock -> {
                    Counts counts = new Counts(clock);
                    return Executors.callable(() -> CountSync.countAll(ids, counts, counts));
                })
                .then("Yours", clock -> {
                    Counts counts = new Counts(clock);
                    return () -> CountAsync.countAll(ids, counts, counts);
                })
                .play();
    }
}
