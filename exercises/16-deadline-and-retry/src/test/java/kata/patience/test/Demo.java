package kata.patience.test;

import java.util.List;
import java.util.stream.IntStream;
import kata.patience.Patience;
import kata.patience.given.PatienceSync;
import kata.testkit.Playback;

/** A job that fails three times: the twin's attempts, then yours; and a deadline. {@code kata run 16} plays it. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        List<RuntimeException> failures = IntStream.range(0, 3)
                .mapToObj(i -> (RuntimeException) new IllegalStateException("not yet"))
                .toList();
        Playback.ofUnit(1)
                .then(
                        "The synchronous twin: attempts at 0, 1, 3 and 7, and a thread that stands all the time",
                        clock -> {
                            Attempts attempts = new Attempts(clock, failures);
                            return () -> PatienceSync.retry(attempts, 4, 1, attempts);
                        })
                .then("Yours", clock -> {
                    Attempts attempts = new Attempts(clock, failures);
                    return () -> Patience.retry(attempts, 4, 1, attempts);
                })
                .then(
                        "Yours: a job of three units with a deadline of one",
                        clock -> () -> Patience.withDeadline(
                                        () -> clock.after("job", "job", 3, () -> "done"),
                                        1,
                                        units -> clock.pause("deadline", "deadline", units))
                                .handle((result, problem) -> result))
                .play();
    }
}
