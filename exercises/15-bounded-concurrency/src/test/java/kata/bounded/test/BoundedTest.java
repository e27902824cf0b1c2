package kata.bounded.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import kata.bounded.Bounded;
import kata.bounded.given.Job;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class BoundedTest {
    private static final Cause TRIED_AGAIN = new Cause(
            "tried-again",
            "a start that threw was tried again",
            "call start once for each item: when it throws, keep the exception for the future, and give the place to the"
                    + " next item",
            Causes.FAKED.rank());

    @Test
    @Order(1)
    @Tag("task-1")
    void twenty_jobs_run_four_at_a_time(Stage stage) {
        List<String> items = items(20);
        Jobs jobs = new Jobs(stage.clock(), Map.of(), Map.of());
        Timeline right = Timeline.inPlaces(items, 4, Map.of());
        stage.rightAnswer(right);

        Call<List<String>> call = stage.call("mapBounded", () -> Bounded.mapBounded(items, 4, jobs));
        OtherCall other = new OtherCall(stage, call, 4);
        Play play = stage.play(call, right.openAtEachStep());

        other.hadItsOwnPlaces(play, 4);
        // Before the places are counted: how many jobs a held common pool lets run depends on what else it does.
        assertThat(play, "jobs").finished().leftTheCommonPoolFree();
        jobs.keptTo(4, items, stage);
        assertThat(play, "jobs").returnedAtOnce().waitedForAll();
        other.ended();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void the_next_job_starts_as_soon_as_one_has_ended(Stage stage) {
        // More than the lesson's four, which nobody may take for the limit of all limits.
        int limit = 5 + stage.random().nextInt(3);
        List<String> items = items(2 * limit + 1 + stage.random().nextInt(limit));
        Map<String, Double> units = new LinkedHashMap<>();
        // No two of them take as long, so that a batch would always leave places empty.
        List<Integer> lengths =
                new ArrayList<>(IntStream.rangeClosed(1, items.size()).boxed().toList());
        Collections.shuffle(lengths, stage.random());
        for (int i = 0; i < items.size(); i++) {
            units.put(items.get(i), 1 + 0.125 * lengths.get(i));
        }
        Jobs jobs = new Jobs(stage.clock(), units, Map.of());
        Timeline right = Timeline.inPlaces(items, limit, units);
        stage.rightAnswer(right);

        Call<List<String>> call = stage.call("mapBounded", () -> Bounded.mapBounded(items, limit, jobs));
        Play play = stage.play(call, right.openAtEachStep());

        assertThat(play, "jobs").finished();
        jobs.keptTo(limit, items, stage);
        assertThat(play, "jobs").waitedForAll();
    }

    @Test
    @Order(3)
    @Tag("task-2")
    void results_are_in_the_order_of_the_items(Stage stage) {
        // With more places than items the first item's job is the last to end.
        List<String> lanes = items(6);
        Map<String, Double> units = new LinkedHashMap<>();
        lanes.forEach(lane -> units.put(lane, (double) (lanes.size() - units.size())));
        Jobs jobs = new Jobs(stage.clock(), units, Map.of());
        Timeline right = Timeline.inPlaces(lanes, lanes.size(), units);
        stage.rightAnswer(right);
        // The last item equals one that stands before it, and has a job and a result of its own all the same.
        String twin = lanes.get(1 + stage.random().nextInt(3));
        String again = new String(twin);
        List<String> items = new ArrayList<>(lanes.subList(0, 5));
        items.add(again);
        Job<String, String> job = item -> jobs.start(item == again ? lanes.get(5) : item);

        Call<List<String>> call = stage.call("mapBounded", () -> Bounded.mapBounded(items, items.size() + 2, job));
        Play play = stage.play(call, right.openAtEachStep());

        call.failure().filter(IndexOutOfBoundsException.class::isInstance).ifPresent(problem -> {
            throw stage.failure(
                    Causes.THREW.advising("stop at the last item: the limit may be greater than the number of items"),
                    "mapBounded was given " + items.size() + " items and a limit of " + (items.size() + 2)
                            + ", and ended with \"" + problem.getMessage() + "\".");
        });
        assertThat(play, "jobs").finished().waitedForAll();
        List<String> wanted = lanes.stream().map(Jobs::result).toList();
        List<String> got = call.value();
        if (!wanted.equals(got)) {
            if (got != null && got.size() == wanted.size() && got.containsAll(wanted)) {
                throw stage.failure(
                        Causes.COMPLETION_ORDER,
                        "Right results, wrong order: " + got
                                + " is the order in which the jobs ended. Keep that of the items.");
            }
            throw stage.failure(
                    Causes.LOST_RESULT.advising(
                            "take each result from the future of its own place: a map from items to results has one"
                                    + " result for equal items"),
                    "Your list should be " + wanted + "; it is " + got + ". (The last item equals " + twin
                            + "; its job is drawn as " + lanes.get(5) + ".)");
        }
        nothingIsDoneAtOnce(stage, job);
    }

    private static void nothingIsDoneAtOnce(Stage stage, Job<String, String> job) {
        Call<List<String>> call = stage.call("mapBounded", () -> Bounded.mapBounded(List.of(), 2, job));
        stage.until(call::isDone);
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "complete the future not only when a job ends: of no items no job ever does"),
                    "Of an empty list mapBounded never ended: there was no job to wait for.");
        }
        if (!List.of().equals(call.value())) {
            throw stage.failure(Causes.WRONG_RESULT, "The results of no items are an empty list, not " + call.value());
        }
    }

    @Test
    @Order(4)
    @Tag("task-3")
    void a_failed_job_gives_its_place_to_the_next(Stage stage) {
        // The second fails first, though the first stands before it, and the last one last.
        List<String> items = items(5);
        Map<String, Double> units = Map.of(items.get(0), 1.5);
        Map<String, RuntimeException> fails = new LinkedHashMap<>();
        for (int failing : List.of(0, 1, 4)) {
            String item = items.get(failing);
            fails.put(item, new IllegalStateException(item + " failed"));
        }
        Jobs jobs = new Jobs(stage.clock(), units, fails);
        Timeline right = Timeline.inPlaces(items, 2, units);

        RuntimeException told = failsThoughAllAreDone(stage, right, jobs, jobs, items, fails);
        List<String> byEnd = fails.keySet().stream()
                .sorted(Comparator.comparingDouble(item -> jobs.endOf(item, stage)))
                .toList();
        String last = byEnd.get(2);
        // Either is right: allOf tells of the first in the list, whoever keeps what he hears, of the first in time.
        if (told == fails.get(last)
                && !last.equals(items.get(0))
                && jobs.endOf(last, stage) > jobs.endOf(byEnd.get(1), stage)) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(
                            "keep the failure that you heard of first; compareAndSet(null, problem) does"),
                    "Your future failed with \"" + told.getMessage() + "\". That was the last failure; the first was \""
                            + fails.get(byEnd.get(0)).getMessage() + "\".");
        }
    }

    @Test
    @Order(5)
    @Tag("task-3")
    void a_job_that_throws_at_once_gives_its_place_back_too(Stage stage) {
        // As many as there are places: if each of them took its place away, nothing would go on.
        List<String> items = items(8);
        Map<String, RuntimeException> fails = new LinkedHashMap<>();
        while (fails.size() < 2) {
            String bad = items.get(stage.random().nextInt(4));
            fails.putIfAbsent(bad, new IllegalArgumentException(bad + " cannot be started"));
        }
        // And one more, whose turn comes when another job has ended: there it is a callback that throws.
        String late = items.get(4 + stage.random().nextInt(2));
        fails.put(late, new IllegalArgumentException(late + " cannot be started"));
        Jobs jobs = new Jobs(stage.clock(), Map.of(), Map.of());
        List<String> others =
                items.stream().filter(item -> !fails.containsKey(item)).toList();
        Timeline right = Timeline.inPlaces(others, 2, Map.of());
        Queue<String> thrown = new ConcurrentLinkedQueue<>();
        Job<String, String> throwing = item -> {
            if (fails.containsKey(item)) {
                thrown.add(item);
                throw fails.get(item);
            }
            return jobs.start(item);
        };

        failsThoughAllAreDone(stage, right, jobs, throwing, items, fails);
        for (String bad : fails.keySet()) {
            int starts = Collections.frequency(thrown, bad);
            if (starts > 1) {
                throw stage.failure(
                        TRIED_AGAIN,
                        "The start of " + bad + " threw an exception, and was tried again: it was called " + starts
                                + " times. A job that fails is told of, not repeated.");
            }
        }
    }

    /** @return with which of the failures the future failed */
    private static RuntimeException failsThoughAllAreDone(
            Stage stage,
            Timeline right,
            Jobs jobs,
            Job<String, String> job,
            List<String> items,
            Map<String, RuntimeException> fails) {
        List<String> done = right.lanes();
        stage.rightAnswer(right);
        Call<List<String>> call = stage.call("mapBounded", () -> Bounded.mapBounded(items, 2, job));
        Play play = stage.play(call, right.openAtEachStep());

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
                    "After " + fails.size() + " jobs had failed, " + (done.size() - begun)
                            + " others were never started: a job that fails must give its place to the next.");
        }
        if (play.timeline().peak() > 2) {
            throw stage.failure(
                    Causes.UNBOUNDED.advising("give the place of a job that fails back once, at one spot of your code"),
                    "After some jobs had failed, up to " + play.timeline().peak()
                            + " were under way at once; the limit is 2.");
        }
        if (play.stuck() && play.spinner().isEmpty() && play.waiting().isEmpty()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "catch what job.start throws wherever you call it: in the callback of"
                                    + " another job nobody else does"),
                    "After " + fails.size() + " jobs had failed and all others had ended, the future of mapBounded is"
                            + " still open: it waits for one whose failure nobody told it.");
        }
        jobs.keptTo(2, done, stage);
        if (failure.isEmpty()) {
            assertThat(play, "jobs").finished();
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    "A job failed with \"" + fails.values().iterator().next().getMessage()
                            + "\"; your result hides it.");
        }
        Optional<RuntimeException> told = fails.values().stream()
                .filter(problem -> isOrCauses(problem, failure.get()))
                .findFirst();
        if (told.isEmpty()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    "A job failed with \"" + fails.values().iterator().next().getMessage()
                            + "\"; your future failed with "
                            + failure.get().getClass().getSimpleName() + " instead, and that is not its cause.");
        }
        if (!play.pendingWhenDone().isEmpty()) {
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising(
                            "remember the failure, let the other jobs end, and fail when the last one has"),
                    "The future of mapBounded failed with \"" + told.get().getMessage() + "\" while "
                            + String.join(", ", play.pendingWhenDone()) + " still went on.");
        }
        return told.get();
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
}
