package kata.testkit;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kata.testkit.time.RealClock;
import kata.testkit.timeline.TextTimeline;
import kata.testkit.timeline.Timeline;

/**
 * Plays a lesson at a speed that a person can follow: the synchronous twin, then the learner's own version, each
 * with its lines as they happen, its time and its timeline. The {@code Demo} of an exercise is one of these, and
 * {@code kata run} plays it.
 */
public final class Playback {
    private final List<Act> acts = new ArrayList<>();
    private final double lessonTimePerUnit;
    private final String sign;
    private final PrintStream out = System.out;

    private record Act(String title, Function<RealClock, Callable<?>> body) {}

    private Playback(double lessonTimePerUnit, String sign) {
        this.lessonTimePerUnit = lessonTimePerUnit;
        this.sign = sign;
    }

    /** @param lessonSeconds how many of the lesson's seconds a unit stands for; times are printed in those */
    public static Playback ofUnit(double lessonSeconds) {
        return ofUnit(lessonSeconds, "s");
    }

    /** As {@link #ofUnit(double)}, for a lesson that is told in hours ({@code "h"}) or minutes ({@code "min"}). */
    public static Playback ofUnit(double lessonTime, String sign) {
        return new Playback(lessonTime, sign);
    }

    /**
     * Adds a run.
     *
     * @param body what to call, with collaborators that live on the clock it is given; a future that it returns is
     *     waited for
     */
    public Playback then(String title, Function<RealClock, Callable<?>> body) {
        acts.add(new Act(title, body));
        return this;
    }

    /**
     * Plays all runs, one after the other, on the calling thread. The system property {@code kata.unit.millis} sets
     * the speed.
     */
    public void play() {
        // The first number that is formatted loads so many classes that the first run would begin late.
        line(0, "");
        for (Act act : acts) {
            play(act);
        }
    }

    private void play(Act act) {
        out.println();
        out.println(act.title);
        try (RealClock clock = new RealClock(RealClock.UNIT_MILLIS)) {
            clock.recorder().onMark(mark -> out.println(line(mark.at(), mark.lane() + "  " + mark.what())));
            clock.start();
            Object result = act.body.apply(clock).call();
            if (result instanceof CompletionStage<?> stage) {
                stage.toCompletableFuture().join();
            }
            out.println(line(clock.now(), "that was all"));
            out.println();
            out.println(new TextTimeline(Boolean.getBoolean("kata.ascii"), Integer.getInteger("kata.width", 80))
                    .draw(clock.recorder().timeline(), Timeline.EMPTY));
        } catch (Exception problem) {
            out.println("  " + Failures.of(act.title, Call.unwrap(problem)).happened());
        }
    }

    private String line(double units, String text) {
        return String.format(Locale.ROOT, "  %6.2f %s  %s", units * lessonTimePerUnit, sign, text);
    }
}
