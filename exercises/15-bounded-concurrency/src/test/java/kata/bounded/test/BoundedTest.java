package kata.bounded.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kata.bounded.Bounded;
import kata.bounded.given.Job;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class BoundedTest {

    @Test
    @Order(1)
    @Tag("task-1")
    void twenty_jobs_run_four_at_a_time(Stage stage) {
        List<String> items = items(20);
        Jobs jobs = new Jobs(stage.clock(), Map.of(), Map.of());
        stage.rightAnswer(Timeline.inPlaces(items, 4, Map.of()));

        Call<List<String>> call = stage.call("mapBounded", () -> Bounded.mapBounded(items, 4, jobs));
        Play play = stage.play(call, 4, 4, 4, 4, 4);

        assertThat(play, "jobs").finished();
        jobs.keptTo(4, items, stage);
        assertThat(play, "jobs").leftTheCommonPoolFree().returnedAtOnce().waitedForAll();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void the_next_job_starts_as_soon_as_one_has_ended(Stage stage) {
        int limit = 2 + stage.random().nextInt(3);
        List<String> items = items(3 * limit + 1);
        Map<String, Double> units = new LinkedHashMap<>();
        // No two of them end at the same moment, so that a batch would always leave places empty.
        List<Integer> lengths =
                new ArrayList<>(IntStream.rangeClosed(1, items.size()).boxed().toList());
        Collections.shuffle(lengths, stage.random());
        for (int i = 0; i < items.size(); i++) {
            units.put(items.get(i), 1 + 0.125 * lengths.get(i));
        }
        Jobs jobs = new Jobs(stage.clock(), units, Map.of());
        stage.rightAnswer(Timeline.inPlaces(items, limit, units));

        Call<List<String>> call = stage.call("mapBounded", () -> Bounded.mapBounded(items, limit, jobs));
        Play play = stage.play(call, places(items.size(), limit));

        assertThat(play, "jobs").finished();
        jobs.keptTo(limit, items, stage);
        assertThat(play, "jobs").waitedForAll();
    }

    @Test
    @Order(3)
    @Tag("task-2")
    void results_are_in_the_order_of_the_items(Stage stage) {
        // With as many places as items the first item's job is the last to end.
        List<String> items = items(5);
        Map<String, Double> units = new LinkedHashMap<>();
        items.forEach(item -> units.put(item, (double) (items.size() - units.size())));
        Jobs jobs = new Jobs(stage.clock(), units, Map.of());
        stage.rightAnswer(Timeline.inPlaces(items, items.size(), units));

        Call<List<String>> call = stage.call("mapBounded", () -> Bounded.mapBounded(items, items.size(), jobs));
        Play play = stage.play(call, places(items.size(), items.size()));

        assertThat(play, "jobs").finished().waitedForAll();
        List<String> wanted = items.stream().map(Jobs::result).toList();
        List<String> got = call.value();
        if (wanted.equals(got)) {
            return;
        }
        if (got != null && got.size() == wanted.size() && got.containsAll(wanted)) {
            throw stage.failure(
                    Causes.COMPLETION_ORDER,
                    "Right results, wrong order: " + got
                            + " is the order in which the jobs ended. Keep that of the items.");
        }
        throw stage.failure(Causes.LOST_RESULT, "Your list should be " + wanted + "; it is " + got + ".");
    }

    @Test
    @Order(4)
    @Tag("task-3")
    void a_failed_job_gives_its_place_to_the_next(Stage stage) {
        List<String> items = items(6);
        Map<String, RuntimeException> fails = Map.of(
                items.get(0), new IllegalStateException(items.get(0) + " failed"),
                items.get(1), new IllegalStateException(items.get(1) + " failed"));
        Jobs jobs = new Jobs(stage.clock(), Map.of(), fails);
        stage.rightAnswer(Timeline.inPlaces(items, 2, Map.of()));

        failsThoughAllAreDone(stage, items, jobs, jobs, fails);
    }

    @Test
    @Order(5)
    @Tag("task-3")
    void a_job_that_throws_at_once_gives_its_place_back_too(Stage stage) {
        List<String> items = items(6);
        String bad = items.get(1 + stage.random().nextInt(3));
        RuntimeException problem = new IllegalArgumentException(bad + " cannot be started");
        Jobs jobs = new Jobs(stage.clock(), Map.of(), Map.of());
        List<String> others = items.stream().filter(item -> !item.equals(bad)).toList();
        stage.rightAnswer(Timeline.inPlaces(others, 2, Map.of()));
        Job<String, String> throwing = item -> {
            if (item.equals(bad)) {
                throw problem;
            }
            return jobs.start(item);
        };

        failsThoughAllAreDone(stage, others, jobs, throwing, items, Map.of(bad, problem));
    }

    private static void failsThoughAllAreDone(
            Stage stage, List<String> items, Jobs jobs, Job<String, String> job, Map<String, RuntimeException> fails) {
        failsThoughAllAreDone(stage, items, jobs, job, items, fails);
    }

    private static void failsThoughAllAreDone(
            Stage stage,
            List<String> done,
            Jobs jobs,
            Job<String, String> job,
            List<String> items,
            Map<String, RuntimeException> fails) {
        Call<List<String>> call = stage.call("mapBounded", () -> Bounded.mapBounded(items, 2, job));
        Play play = stage.play(call, places(done.size(), 2));

        Optional<Throwable> failure = call.failure();
        if (failure.filter(UnsupportedOperationException.class::isInstance).isPresent()) {
            call.value();
        }
        long begun = done.stream()
                .filter(item -> !play.timeline().spansOf(item).isEmpty())
                .count();
        if (begun < done.size()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "give the place back in whenComplete, handle or finally, which run after a failure too; and"
                                    + " catch what job.start throws"),
                    "After " + (fails.size() == 1 ? "one job" : fails.size() + " jobs") + " had failed, "
                            + (done.size() - begun)
                            + " others were never started: a job that fails must give its place to the next.");
        }
        jobs.startedOnce(done, stage);
        if (failure.isEmpty()) {
            assertThat(play, "jobs").finished();
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    "A job failed with \"" + fails.values().iterator().next().getMessage()
                            + "\"; your result hides it.");
        }
        boolean told = fails.values().stream().anyMatch(problem -> isOrCauses(problem, failure.get()));
        if (!told) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    "A job failed with \"" + fails.values().iterator().next().getMessage()
                            + "\"; your future failed with "
                            + failure.get().getClass().getSimpleName() + " instead, and that is not its cause.");
        }
        assertThat(play, "jobs").waitedForAll();
    }

    private static boolean isOrCauses(Throwable problem, Throwable seen) {
        for (Throwable each = seen; each != null; each = each.getCause()) {
            if (each == problem) {
                return true;
            }
        }
        return false;
    }

    @Test
    @Order(6)
    @Tag("task-1")
    void eight_jobs_four_at_a_time_take_as_long_as_two(Stage stage) {
        List<String> items = items(8);
        stage.rightAnswer(Timeline.inPlaces(items, 4, Map.of()));
        stage.clockLaw(
                "Your eight jobs",
                2,
                3.5,
                clock -> () -> Bounded.mapBounded(items, 4, new Jobs(clock, Map.of(), Map.of())));
    }

    @Test
    @Order(7)
    @Tag("task-1")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(Bounded.class).neverSleeps();
    }

    private static List<String> items(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "J" + i).toList();
    }

    /** All places are taken as long as items are left; then one fewer after each job. */
    private static int[] places(int items, int limit) {
        int[] places = new int[items];
        Arrays.setAll(places, i -> Math.min(limit, items - i));
        return places;
    }
}
