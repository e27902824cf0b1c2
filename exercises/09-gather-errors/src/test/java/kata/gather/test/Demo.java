package kata.gather.test;

import kata.gather.Gather;
import kata.gather.given.GatherSync;
import kata.testkit.Call;
import kata.testkit.Playback;

/** Five weather stations, two of which do not answer: the twin, settleAll, failFast. {@code kata run 09} plays it. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        Plan plan = Plan.ofTheLesson();
        Playback.ofUnit(1)
                .then("The synchronous twin, settleAll: one station after the other", clock -> {
                    Stations stations = new Stations(clock, plan);
                    return () -> GatherSync.settleAll(stations.jobs());
                })
                .then("Yours, settleAll: all are heard, in the time of the slowest", clock -> {
                    Stations stations = new Stations(clock, plan);
                    return () -> Gather.settleAll(stations.jobs());
                })
                .then("Yours, failFast: over at half a second, and nobody goes on", clock -> {
                    Stations stations = new Stations(clock, plan);
                    return () -> Gather.failFast(stations.jobs()).handle((values, problem) -> {
                        String how = problem == null
                                ? values.toString()
                                : Call.unwrap(problem).getMessage();
                        clock.recorder().mark("failFast", "ends: " + how);
                        return null;
                    });
                })
                .play();
    }
}
