package kata.chores.test;

import java.util.concurrent.Executors;
import kata.chores.Chores;
import kata.chores.given.ChoresSync;
import kata.testkit.Playback;

/**
 * The lesson as it is told: three hours of chores, then the same chores in half the time. {@code kata run 04} plays
 * it.
 */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        Hours hours = Hours.ofTheLesson();
        Playback.ofUnit(Hours.IN_A_UNIT, "h")
                .then("The synchronous twin: you stand by each machine", clock -> {
                    Home home = new Home(clock, hours);
                    return Executors.callable(() -> ChoresSync.evening(home));
                })
                .then("Yours", clock -> {
                    Home home = new Home(clock, hours);
                    return () -> Chores.evening(home);
                })
                .play();
    }
}
