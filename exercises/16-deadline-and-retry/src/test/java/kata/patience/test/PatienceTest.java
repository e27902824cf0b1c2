package kata.patience.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import kata.patience.Patience;
import kata.patience.given.FatalException;
import kata.patience.given.Timer;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.rules.AsyncRules;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class PatienceTest {
    private static final Cause NOT_STOPPED = new Cause(
            "not-stopped",
            "the work went on after it was given up",
            "cancel the job's own future: a time-out of yours alone does not reach the work",
            72);
    private static final Cause NO_TIME_OUT = new Cause(
            "no-time-out", "the deadline passed and nothing happened", "let the timer's pause fail your future", 71);
    private static final Cause WRONG_BACKOFF = new Cause(
            "wrong-backoff",
            "tried again at the wrong time",
            "pause between two attempts, and double the pause each time",
            73);
    private static final Cause TOO_MANY_ATTEMPTS = new Cause(
            "too-many-attempts", "tried again too often", "count the attempts, and stop when they are used up", 74);
    private static final Cause RETRIED_A_FATAL_FAILURE = new Cause(
            "retried-a-fatal-failure",
            "tried again what cannot succeed",
            "look at the failure before you pause; it may be wrapped in a CompletionException",
            73);
    private static final Cause GAVE_UP_TOO_EARLY =
            new Cause("gave-up-too-early", "gave up too early", "try again until the attempts are used up", 76);

    @Test
    @Order(1)
    @Tag("task-1")
    void a_job_that_misses_its_deadline_is_stopped(Stage stage) {
        double limit = 1 + stage.random().nextInt(3);
        double takes = limit + 2 + stage.random().nextInt(3);
        stage.rightAnswer(Timeline.ideal().with("job", 0, limit));

        Call<String> call = withDeadline(stage, takes, limit, null);
        Play play = stage.play(call, 2, 1);

        assertThat(play, "jobs").leftTheCommonPoolFree();
        Throwable failure = call.failure().orElse(null);
        if (play.stuck() || failure instanceof UnsupportedOperationException) {
            assertThat(play, "jobs").finished();
        }
        Span job = job(stage);
        assertThat(play, "jobs").returnedAtOnce();
        if (failure == null) {
            throw stage.failure(
                    call.doneAt() > limit ? NO_TIME_OUT : Causes.SWALLOWED_ERROR,
                    "The deadline was at " + limit + " units, the job needed " + takes + "; your future ended at "
                            + call.doneAt() + " as if all were well, and not with a TimeoutException.");
        }
        if (call.doneAt() != limit) {
            throw stage.failure(
                    NO_TIME_OUT,
                    "The deadline was at " + limit + " units; your future failed at " + call.doneAt() + ".");
        }
        if (job.to() > limit) {
            throw stage.failure(
                    NOT_STOPPED,
                    "Timed out at " + limit + " units, but the job ran on to " + job.to()
                            + ": nobody told it to stop.");
        }
        if (!(failure instanceof TimeoutException)) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("completeExceptionally(new TimeoutException(…))"),
                    "The future should fail with a TimeoutException; it failed with "
                            + failure.getClass().getSimpleName() + ".");
        }
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void a_job_in_time_brings_its_result(Stage stage) {
        stage.rightAnswer(Timeline.ideal().with("job", 0, 1));

        Call<String> call = withDeadline(stage, 1, 3, null);
        Play play = stage.play(call, 2);

        assertThat(play, "jobs").finished();
        job(stage);
        if (call.doneAt() != 1 || !"done".equals(call.value())) {
            throw stage.failure(
                    Causes.WRONG_RESULT,
                    "The job ended after 1 unit with \"done\"; your future ended at " + call.doneAt() + " with "
                            + call.value() + ".");
        }
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void a_job_that_fails_in_time_brings_its_failure(Stage stage) {
        RuntimeException problem = new IllegalStateException("no connection");
        stage.rightAnswer(Timeline.ideal().with("job", 0, 1));

        Call<String> call = withDeadline(stage, 1, 3, problem);
        Play play = stage.play(call, 2);

        toldOf(problem, call, play, stage);
        if (call.doneAt() != 1) {
            throw stage.failure(
                    Causes.TOO_SLOW.advising("let the job's failure end your future at once"),
                    "The job failed after 1 unit; your future told so only at " + call.doneAt() + ".");
        }
    }

    private static Call<String> withDeadline(Stage stage, double takes, double limit, RuntimeException problem) {
        Timer timer = units -> stage.clock().pause("deadline", "deadline", units);
        return stage.call(
                "withDeadline",
                () -> Patience.withDeadline(
                        () -> stage.clock().after("job", "job", takes, () -> {
                            if (problem != null) {
                                throw problem;
                            }
                            return "done";
                        }),
                        limit,
                        timer));
    }

    private static Span job(Stage stage) {
        List<Span> jobs = stage.timeline().spansOf("job");
        if (jobs.size() != 1) {
            throw stage.failure(
                    Causes.FAKED.advising("start the job once"),
                    "The job should be started once; it was started " + jobs.size() + " times.");
        }
        return jobs.get(0);
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void each_pause_is_twice_as_long_as_the_one_before(Stage stage) {
        int failures = 2 + stage.random().nextInt(2);
        double backoff = 1 + stage.random().nextInt(2);
        Attempts attempts = new Attempts(stage.clock(), failing(failures));
        List<Double> moments = moments(failures + 1, backoff);
        stage.rightAnswer(Attempts.right(moments));

        Call<String> call = stage.call("retry", () -> Patience.retry(attempts, failures + 2, backoff, attempts));
        Play play = stage.play(call, ones(2 * failures + 1));

        heldNothing(play);
        assertThat(play, "attempts").finished();
        List<Double> begins = Attempts.begins(play.timeline());
        if (!begins.equals(moments)) {
            throw stage.failure(
                    WRONG_BACKOFF, "Attempts should begin at " + moments + " units; yours began at " + begins + ".");
        }
        if (!Attempts.result(failures + 1).equals(call.value())) {
            throw stage.failure(
                    Causes.WRONG_RESULT,
                    "The future should bring " + Attempts.result(failures + 1) + "; it brought " + call.value() + ".");
        }
        assertThat(play, "attempts").waitedForAll();
    }

    /** During the first pause nobody stood and waited. */
    private static void heldNothing(Play play) {
        if (play.call().isDone() && play.call().failure().isPresent()) {
            assertThat(play, "attempts").finished();
        }
        assertThat(play, "attempts").leftTheCommonPoolFree();
        if (!play.stuck()) {
            assertThat(play, "attempts").returnedAtOnce();
        }
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void after_the_last_attempt_its_failure_is_told(Stage stage) {
        int most = 2 + stage.random().nextInt(2);
        // One that never stops must come to an end here.
        List<RuntimeException> failures = failing(most + 3);
        Attempts attempts = new Attempts(stage.clock(), failures);
        stage.rightAnswer(Attempts.right(moments(most, 1)));

        Call<String> call = stage.call("retry", () -> Patience.retry(attempts, most, 1, attempts));
        Play play = stage.play(call, ones(2 * most - 1));

        if (attempts.made() > most) {
            throw stage.failure(TOO_MANY_ATTEMPTS, most + " attempts were allowed; you made " + attempts.made() + ".");
        }
        if (call.failure().isPresent() && attempts.made() < most && !isTodo(call)) {
            throw stage.failure(
                    GAVE_UP_TOO_EARLY, most + " attempts were allowed; you gave up after " + attempts.made() + ".");
        }
        toldOf(failures.get(most - 1), call, play, stage);
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void a_fatal_failure_is_not_tried_again(Stage stage) {
        int before = stage.random().nextInt(2);
        List<RuntimeException> failures = new ArrayList<>(failing(before));
        RuntimeException fatal = new FatalException("wrong password");
        failures.add(fatal);
        Attempts attempts = new Attempts(stage.clock(), failures);
        stage.rightAnswer(Attempts.right(moments(before + 1, 1)));

        Call<String> call = stage.call("retry", () -> Patience.retry(attempts, before + 4, 1, attempts));
        Play play = stage.play(call, ones(2 * before + 1));

        if (attempts.made() > before + 1) {
            throw stage.failure(
                    RETRIED_A_FATAL_FAILURE,
                    "Attempt " + (before + 1) + " failed with a FatalException, and you made "
                            + (attempts.made() - before - 1) + " more.");
        }
        toldOf(fatal, call, play, stage);
    }

    private static boolean isTodo(Call<?> call) {
        return call.failure()
                .filter(UnsupportedOperationException.class::isInstance)
                .isPresent();
    }

    private static void toldOf(Throwable problem, Call<String> call, Play play, Stage stage) {
        Throwable seen = call.failure().orElse(null);
        if (!call.isDone() && play.waiting().isEmpty()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "pass a failure on as well as a result: whenComplete and handle see both"),
                    "The job failed with \"" + problem.getMessage()
                            + "\", and your future never ended: nobody told it.");
        }
        if (seen == null || isTodo(call)) {
            assertThat(play, "jobs").finished();
        }
        for (Throwable each = seen; each != null; each = each.getCause()) {
            if (each == problem) {
                return;
            }
        }
        throw stage.failure(
                Causes.SWALLOWED_ERROR,
                "The job failed with \"" + problem.getMessage() + "\"; "
                        + (seen == null
                                ? "your result hides it."
                                : "your future failed with " + seen.getClass().getSimpleName()
                                        + " instead, and that is not its cause."));
    }

    @Test
    @Order(7)
    @Tag("task-1")
    void a_deadline_takes_no_longer_than_it_says(Stage stage) {
        stage.rightAnswer(Timeline.ideal().with("job", 0, 1));
        stage.clockLaw("A job of three units with a deadline of one", 1, 2.6, clock -> () -> {
            Timer timer = units -> clock.pause("deadline", "deadline", units);
            return Patience.withDeadline(() -> slow(clock), 1, timer).handle((result, problem) -> {
                if (problem instanceof UnsupportedOperationException todo) {
                    throw todo;
                }
                return result;
            });
        });
    }

    private static CompletableFuture<String> slow(KataClock clock) {
        return clock.after("job", "job", 3, () -> "done");
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(Patience.class).neverSleeps();
    }

    private static List<RuntimeException> failing(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> (RuntimeException) new IllegalStateException("attempt " + i + " failed"))
                .toList();
    }

    /** 0, then after the backoff, then after twice as much: 0, 1, 3, 7. */
    private static List<Double> moments(int count, double backoff) {
        List<Double> moments = new ArrayList<>();
        double at = 0;
        double pause = backoff;
        for (int i = 0; i < count; i++) {
            moments.add(at);
            at += pause;
            pause *= 2;
        }
        return moments;
    }

    /** An attempt, a pause, an attempt: one at a time. */
    private static int[] ones(int steps) {
        return IntStream.range(0, steps).map(i -> 1).toArray();
    }
}
