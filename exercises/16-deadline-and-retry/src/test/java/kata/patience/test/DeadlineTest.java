package kata.patience.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import kata.patience.Patience;
import kata.patience.given.Timer;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class DeadlineTest {
    @Test
    @Order(1)
    @Tag("task-1")
    void a_job_that_misses_its_deadline_is_stopped(Stage stage) {
        double limit = 1 + stage.random().nextInt(3);
        double takes = limit + 2 + stage.random().nextInt(3);
        stage.rightAnswer(Timeline.ideal().with("job", 0, limit));

        Call<String> call = withDeadline(stage, takes, limit, () -> "done");
        Play play = stage.play(call, 2, 1);

        assertThat(play, "jobs").leftTheCommonPoolFree();
        Throwable failure = call.failure().orElse(null);
        if (play.stuck() || failure instanceof UnsupportedOperationException) {
            assertThat(play, "jobs").finished();
        }
        Span job = job(stage);
        notTooSoon(call, limit, stage);
        assertThat(play, "jobs").returnedAtOnce();
        if (failure == null) {
            throw stage.failure(
                    call.doneAt() > limit ? Mistakes.NO_TIME_OUT : Causes.SWALLOWED_ERROR,
                    "The deadline was at " + limit + " units, the job needed " + takes + "; your future ended at "
                            + call.doneAt() + " as if all were well, and not with a TimeoutException.");
        }
        if (call.doneAt() != limit) {
            throw stage.failure(
                    Mistakes.NO_TIME_OUT,
                    "The deadline was at " + limit + " units; your future failed at " + call.doneAt() + ".");
        }
        if (job.to() > limit) {
            throw stage.failure(
                    Mistakes.NOT_STOPPED,
                    "Timed out at " + limit + " units, but the job ran on to " + job.to()
                            + ": nobody told it to stop.");
        }
        if (!(failure instanceof TimeoutException)) {
            boolean cancelled = failure instanceof CancellationException;
            throw stage.failure(
                    Causes.WRONG_RESULT.advising(
                            cancelled
                                    ? "fail your future first, and cancel the job after that"
                                    : "completeExceptionally(new TimeoutException(…))"),
                    "The future should fail with a TimeoutException; it failed with "
                            + failure.getClass().getSimpleName()
                            + (cancelled ? ": the job was cancelled, and that reached your future first." : "."));
        }
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void a_job_in_time_brings_its_result(Stage stage) {
        inTime(stage, "done");
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void a_job_in_time_may_have_no_result(Stage stage) {
        inTime(stage, null);
    }

    private static void inTime(Stage stage, String result) {
        stage.rightAnswer(Timeline.ideal().with("job", 0, 1));

        Call<String> call = withDeadline(stage, 1, 3, () -> result);
        Play play = stage.play(call, 2);

        notTooSoon(call, 3, stage);
        String ended = "The job ended after 1 unit with " + result + "; your future ";
        if (result == null
                && call.failure().filter(TimeoutException.class::isInstance).isPresent()) {
            throw stage.failure(
                    Mistakes.LOST_NULL,
                    ended + "heard nothing of it, and timed out. A job may have null for a result.");
        }
        assertThat(play, "jobs").finished();
        job(stage);
        if (call.doneAt() != 1 || !Objects.equals(result, call.value())) {
            throw stage.failure(
                    Causes.WRONG_RESULT, ended + "ended at " + call.doneAt() + " with " + call.value() + ".");
        }
    }

    @Test
    @Order(4)
    @Tag("task-1")
    void a_job_that_fails_in_time_brings_its_failure(Stage stage) {
        RuntimeException problem = new IllegalStateException("no connection");
        stage.rightAnswer(Timeline.ideal().with("job", 0, 1));

        Call<String> call = withDeadline(stage, 1, 3, () -> {
            throw problem;
        });
        Play play = stage.play(call, 2);

        Mistakes.toldOf(problem, call, play, stage, Mistakes.PASS_ON);
        if (call.doneAt() != 1) {
            throw stage.failure(
                    Causes.TOO_SLOW.advising("let the job's failure end your future at once"),
                    "The job failed after 1 unit; your future told so only at " + call.doneAt() + ".");
        }
    }

    @Test
    @Order(5)
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

    /** A busy machine may take so long over a test that the machine's own clock says that time is over. */
    private static void notTooSoon(Call<?> call, double limit, Stage stage) {
        if (call.doneAt() < limit
                && call.failure().filter(TimeoutException.class::isInstance).isPresent()) {
            throw stage.failure(
                    Mistakes.NO_TIME_OUT,
                    "The deadline was at " + limit + " units; your future timed out at " + call.doneAt() + " already.");
        }
    }

    private static Call<String> withDeadline(Stage stage, double takes, double limit, Callable<String> end) {
        Timer timer = units -> stage.clock().pause("deadline", "deadline", units);
        return stage.call(
                "withDeadline",
                () -> Patience.withDeadline(() -> stage.clock().after("job", "job", takes, end), limit, timer));
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
}
