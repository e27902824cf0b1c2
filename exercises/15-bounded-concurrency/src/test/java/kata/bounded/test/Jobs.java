package kata.bounded.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import kata.bounded.given.Job;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/**
 * The jobs of a test, on its clock.
 *
 * @param units how long the job of each item takes, by item
 * @param fails what the jobs of some items fail with
 */
record Jobs(KataClock clock, Map<String, Double> units, Map<String, RuntimeException> fails)
        implements Job<String, String> {
    static final Cause IDLE_PLACES = new Cause(
            "idle-places",
            "places stood empty",
            "do not wait for a whole batch: let each job that ends start the next one",
            62);

    @Override
    public CompletableFuture<String> start(String item) {
        return clock.after(item, "job", units.getOrDefault(item, 1.0), () -> {
            if (fails.containsKey(item)) {
                throw fails.get(item);
            }
            return result(item);
        });
    }

    static String result(String item) {
        return item + " done";
    }

    /** Every job was started once; never more than the limit were under way, and no place stood empty. */
    void keptTo(int limit, List<String> items, Stage stage) {
        Timeline timeline = stage.timeline();
        startedOnce(items, stage);
        int peak = timeline.peak();
        if (peak > limit) {
            throw stage.failure(
                    Causes.UNBOUNDED,
                    "Up to " + peak + " jobs were under way at once; the limit is " + limit + "."
                            + (peak == items.size()
                                    ? " Is there one limiter for all of them, or a new one for each?"
                                    : ""));
        }
        if (peak == 1 && limit > 1) {
            throw stage.failure(
                    Causes.RAN_ONE_AFTER_ANOTHER.advising("start as many as the limit allows before you wait for any"),
                    "Your " + items.size() + " jobs ran one after another, though " + limit
                            + " may be under way at once.");
        }
        if (peak < limit) {
            throw stage.failure(
                    Causes.TOO_FEW_AT_ONCE.advising("have as many places as limit says, whatever number that is"),
                    "Never more than " + peak + " jobs were under way at once, though " + limit + " were allowed.");
        }
        double lastStart =
                timeline.spans().stream().mapToDouble(Span::from).max().orElse(0);
        List<Double> moments = new ArrayList<>(timeline.spans().stream()
                .flatMapToDouble(span -> DoubleStream.of(span.from(), span.to()))
                .distinct()
                .sorted()
                .boxed()
                .toList());
        for (double moment : moments) {
            long underWay = timeline.spans().stream()
                    .filter(span -> span.from() <= moment && span.to() > moment)
                    .count();
            if (moment < lastStart && underWay < limit) {
                throw stage.failure(
                        IDLE_PLACES,
                        "From " + moment + " units on only " + underWay + " of " + limit + " places were taken, though "
                                + timeline.spans().stream()
                                        .filter(span -> span.from() > moment)
                                        .map(Span::lane)
                                        .collect(Collectors.joining(", "))
                                + " had not begun. A job that ends should make room for the next at once.");
            }
        }
    }

    /** When the job of an item ended, in units. */
    double endOf(String item, Stage stage) {
        return stage.timeline().spansOf(item).get(0).to();
    }

    private static void startedOnce(List<String> items, Stage stage) {
        for (String item : items) {
            int starts = stage.timeline().spansOf(item).size();
            if (starts != 1) {
                throw stage.failure(
                        starts == 0
                                ? Causes.FAKED.advising(
                                        "start the job once for each item, whatever became of the others")
                                : Causes.FAKED,
                        "The job of " + item + " should be started once; it was started " + starts + " times.");
            }
        }
    }
}
