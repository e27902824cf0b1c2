package kata.patience.test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import kata.patience.given.Job;
import kata.patience.given.Timer;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/** A job that fails a few times before it succeeds, and a timer, both on the clock of a test. */
final class Attempts implements Job<String>, Timer {
    static final String PAUSE = "pause";
    private final KataClock clock;
    private final List<? extends Throwable> failures;
    private final AtomicInteger made = new AtomicInteger();

    /** @param failures what the first attempts fail with, in this order; the one after them succeeds */
    Attempts(KataClock clock, List<? extends Throwable> failures) {
        this.clock = clock;
        this.failures = failures;
    }

    @Override
    public CompletableFuture<String> start() {
        int attempt = made.incrementAndGet();
        CompletableFuture<String> ended = new CompletableFuture<>();
        clock.after("try " + attempt, "attempt", 0, () -> {
            // By hand, for a Callable cannot throw whatever is Throwable.
            return attempt <= failures.size()
                    ? ended.completeExceptionally(failures.get(attempt - 1))
                    : ended.complete(result(attempt));
        });
        return ended;
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
        return timeline.spans().stream()
                .filter(span -> span.lane().startsWith("try "))
                .map(Span::from)
                .toList();
    }

    /** Attempts at these moments, pauses between them. */
    static Timeline right(List<Double> moments) {
        Timeline timeline = Timeline.ideal();
        for (int i = 0; i < moments.size(); i++) {
            timeline = timeline.with("try " + (i + 1), moments.get(i), moments.get(i));
            if (i + 1 < moments.size()) {
                timeline = timeline.with(PAUSE, moments.get(i), moments.get(i + 1));
            }
        }
        return timeline;
    }
}
