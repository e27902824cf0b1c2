package kata.patience.test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kata.patience.given.Job;
import kata.patience.given.Timer;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/** A job that fails a few times before it succeeds, and a timer, both on the clock of a test. */
final class Attempts implements Job<String>, Timer {
    static final String PAUSE = "pause";
    private final KataClock clock;
    private final double takes;
    private final List<? extends Throwable> failures;
    private final AtomicInteger made = new AtomicInteger();

    /** Attempts that take no time. */
    Attempts(KataClock clock, List<? extends Throwable> failures) {
        this(clock, 0, failures);
    }

    /**
     * @param takes units from the beginning of an attempt to its end
     * @param failures what the first attempts fail with, in this order; the one after them succeeds
     */
    Attempts(KataClock clock, double takes, List<? extends Throwable> failures) {
        this.clock = clock;
        this.takes = takes;
        this.failures = failures;
    }

    @Override
    public CompletableFuture<String> start() {
        int attempt = made.incrementAndGet();
        CompletableFuture<String> ended = new CompletableFuture<>();
        clock.after("try " + attempt, "attempt", takes, () -> {
            // By hand, for a Callable cannot throw whatever is Throwable.
            return attempt <= failures.size()
                    ? ended.completeExceptionally(asItComes(failures.get(attempt - 1)))
                    : ended.complete(result(attempt));
        });
        return ended;
    }

    /** Who waits for a cancelled future itself hears of it otherwise than of a failure; behind a stage it is like any. */
    private static Throwable asItComes(Throwable failure) {
        return failure instanceof CancellationException ? new CompletionException(failure) : failure;
    }

    static String result(int attempt) {
        return "the result of attempt " + attempt;
    }

    @Override
    public CompletableFuture<Void> pause(double units) {
        return clock.pause(PAUSE, PAUSE, units);
    }

    int made() {
        return made.get();
    }

    /** When each attempt began, in units. */
    static List<Double> begins(Timeline timeline) {
        return made(timeline).stream().map(Span::from).toList();
    }

    private static List<Span> made(Timeline timeline) {
        return timeline.spans().stream()
                .filter(span -> span.lane().startsWith("try "))
                .toList();
    }

    /** Whether a pause began before the attempt that it follows had ended. */
    static boolean pausedTooEarly(Timeline timeline) {
        List<Span> made = made(timeline);
        List<Span> pauses = timeline.spansOf(PAUSE);
        return IntStream.range(0, Math.min(made.size(), pauses.size()))
                .anyMatch(i -> pauses.get(i).from() < made.get(i).to());
    }

    /** Attempts at these moments, pauses between them. */
    static Timeline right(List<Double> moments) {
        return right(moments, 0);
    }

    /** The same for attempts that take so many units each. */
    static Timeline right(List<Double> moments, double takes) {
        Timeline timeline = Timeline.ideal();
        for (int i = 0; i < moments.size(); i++) {
            double failed = moments.get(i) + takes;
            timeline = timeline.with("try " + (i + 1), moments.get(i), failed);
            if (i + 1 < moments.size()) {
                timeline = timeline.with(PAUSE, failed, moments.get(i + 1));
            }
        }
        return timeline;
    }

    /** What attempts fail with: an IOException and an Error first, for not every failure is a RuntimeException. */
    static List<Throwable> failing(int count) {
        List<Throwable> problems = new ArrayList<>();
        problems.add(new IOException("attempt 1 failed"));
        problems.add(new AssertionError("attempt 2 failed"));
        for (int i = 3; i <= count; i++) {
            problems.add(new IllegalStateException("attempt " + i + " failed"));
        }
        return problems.subList(0, count);
    }

    /** 0, then after the backoff, then after twice as much: 0, 1, 3, 7. */
    static List<Double> moments(int count, double backoff) {
        return moments(count, backoff, 0);
    }

    /** The same for attempts that take so many units each: a pause begins when one has failed. */
    static List<Double> moments(int count, double backoff, double takes) {
        List<Double> moments = new ArrayList<>();
        double at = 0;
        double pause = backoff;
        for (int i = 0; i < count; i++) {
            moments.add(at);
            at += takes + pause;
            pause *= 2;
        }
        return moments;
    }
}
