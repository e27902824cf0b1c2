package kata.testkit;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import kata.testkit.time.RealClock;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.TextTimeline;
import kata.testkit.timeline.Timeline;

/**
 * Plays a lesson at a speed that a person can follow: the synchronous twin, then the learner's own version, each
 * with its lines as they happen and, on a terminal, a clock that moves; then all their timelines on one scale. The
 * {@code Demo} of an exercise is one of these, and {@code kata run} plays it.
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
     * the speed; {@code kata.terminal} says that somebody watches on a terminal.
     */
    public void play() {
        // The first number that is formatted loads so many classes that the first run would begin late.
        line(0, "");
        double passesIn = RealClock.UNIT_MILLIS / 1000.0;
        if (!sign.equals("s") || passesIn != lessonTimePerUnit) {
            out.printf(
                    Locale.ROOT,
                    "%nThe clock shows the lesson's time: %s of it passes in %.2f seconds.%n",
                    time(1),
                    passesIn);
        }
        Map<String, Timeline> timelines = new LinkedHashMap<>();
        double first = 0;
        for (Act act : acts) {
            out.println();
            out.println(act.title);
            try (RealClock clock = new RealClock(RealClock.UNIT_MILLIS);
                    Live live = new Live(clock)) {
                clock.start();
                Object result = act.body.apply(clock).call();
                if (result instanceof CompletionStage<?> stage) {
                    stage.toCompletableFuture().join();
                }
                double took = clock.now();
                live.print("that was all");
                first = first == 0 ? took : first;
                timelines.put(
                        act.title + ": " + time(took) + compared(took, first),
                        clock.recorder().timeline());
            } catch (Exception problem) {
                out.println("  " + Failures.of(act.title, Call.unwrap(problem)).happened());
            }
        }
        out.println();
        out.println("On one scale; 1U is " + time(1) + ":");
        out.println(new TextTimeline(Boolean.getBoolean("kata.ascii"), Integer.getInteger("kata.width", 80))
                .draw(timelines));
    }

    private static String compared(double took, double first) {
        double factor = first / took;
        if (factor > 0.9 && factor < 1.1) {
            return took == first ? "" : ", as long as the first";
        }
        return String.format(
                Locale.ROOT,
                factor > 1 ? ", %.1f times as fast as the first" : ", %.1f times as long as the first",
                Math.max(factor, 1 / factor));
    }

    private String time(double units) {
        return String.format(Locale.ROOT, "%.2f %s", units * lessonTimePerUnit, sign);
    }

    private String line(double units, String text) {
        return String.format(Locale.ROOT, "  %6.2f %s  %s", units * lessonTimePerUnit, sign, text);
    }

    /** The lines of a run as they happen. On a terminal the last one is a clock that moves, and what is under way. */
    private final class Live implements AutoCloseable {
        private static final String CLEAR = "\r\033[K";
        private final RealClock clock;
        private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("kata-live").factory());
        private final boolean moving = Boolean.getBoolean("kata.terminal");

        private Live(RealClock clock) {
            this.clock = clock;
            clock.recorder().onMark(mark -> print(mark.at(), mark.lane() + "  " + mark.what()));
            if (moving) {
                ticks.scheduleAtFixedRate(this::tick, 0, 100, TimeUnit.MILLISECONDS);
            }
        }

        private void tick() {
            List<Span> open = clock.recorder().timeline().spans().stream()
                    .filter(Span::open)
                    .toList();
            String lanes = open.stream().map(Span::lane).distinct().limit(12).collect(Collectors.joining(" "));
            String text = line(clock.now(), open.isEmpty() ? "" : open.size() + " under way: " + lanes);
            int width = Integer.getInteger("kata.width", 80) - 1;
            synchronized (this) {
                if (!ticks.isShutdown()) {
                    out.print(CLEAR + (text.length() > width ? text.substring(0, width) : text));
                    out.flush();
                }
            }
        }

        private void print(String text) {
            print(clock.now(), text);
        }

        private synchronized void print(double at, String text) {
            out.println((moving ? CLEAR : "") + line(at, text));
        }

        @Override
        public synchronized void close() {
            ticks.shutdownNow();
            if (moving) {
                out.print(CLEAR);
            }
        }
    }
}
