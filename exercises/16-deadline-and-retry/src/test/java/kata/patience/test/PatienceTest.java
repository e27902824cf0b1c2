package kata.patience.test;

import static kata.testkit.PlayAssert.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kata.patience.Patience;
import kata.patience.given.FatalException;
import kata.patience.given.Job;
import kata.patience.given.Timer;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.rules.AsyncRules;
import kata.testkit.time.KataClock;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class PatienceTest {
    private static final String PASS_ON = "let the failure reach the future that you return";
    private static final Cause LOST_NULL =
            Causes.LOST_RESULT.advising("ask whether there was a failure, not whether there was a result");
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
    private static final Cause PAUSED_FOR_NOTHING = new Cause(
            "paused-for-nothing",
            "paused, and nothing came after it",
            "ask whether there is to be another attempt before you pause",
            77);
    private static final Cause SHARED_ATTEMPTS = new Cause(
            "shared-attempts",
            "two retries got in each other's way",
            "count the attempts for each call: in a parameter or in a local object, not in a static field",
            78);
    private static final Cause HELD_A_THREAD = new Cause(
            "held-a-thread",
            "a thread stood through the pauses",
            "chain the next attempt to the timer's pause, or let a virtual thread wait",
            66);

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
                    LOST_NULL, ended + "heard nothing of it, and timed out. A job may have null for a result.");
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

        toldOf(problem, call, play, stage, PASS_ON);
        if (call.doneAt() != 1) {
            throw stage.failure(
                    Causes.TOO_SLOW.advising("let the job's failure end your future at once"),
                    "The job failed after 1 unit; your future told so only at " + call.doneAt() + ".");
        }
    }

    /** A busy machine may take so long over a test that the machine's own clock says that time is over. */
    private static void notTooSoon(Call<?> call, double limit, Stage stage) {
        if (call.doneAt() < limit
                && call.failure().filter(TimeoutException.class::isInstance).isPresent()) {
            throw stage.failure(
                    NO_TIME_OUT,
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

    @Test
    @Order(5)
    @Tag("task-2")
    void each_pause_is_twice_as_long_as_the_one_before(Stage stage) {
        List<Throwable> problems = new ArrayList<>(failing(2 + stage.random().nextInt(2)));
        problems.add(new CancellationException("an attempt was cancelled"));
        int failures = problems.size();
        // Never a whole number: who rounds it is seen.
        double backoff = 0.5 + stage.random().nextInt(2);
        // More than nothing: whether a pause begins before its attempt has failed is seen.
        double takes = 0.25 + 0.5 * stage.random().nextInt(2);
        Attempts attempts = new Attempts(stage.clock(), takes, problems);
        List<Double> moments = moments(failures + 1, backoff, takes);
        stage.rightAnswer(Attempts.right(moments, takes));

        Call<String> call = stage.call("retry", () -> Patience.retry(attempts, failures + 2, backoff, attempts));
        Play play = stage.play(call, ones(2 * failures + 1));

        didNotGiveUp(problems, failures + 1, failures + 2, attempts, call, stage);
        heldNothing(play);
        assertThat(play, "attempts").finished();
        List<Double> begins = Attempts.begins(play.timeline());
        if (!begins.equals(moments)) {
            boolean early = Attempts.pausedTooEarly(play.timeline());
            throw stage.failure(
                    early ? WRONG_BACKOFF.advising("begin the pause when the attempt has failed") : WRONG_BACKOFF,
                    (early ? "A pause began while its attempt, of " + Timeline.units(takes) + ", was under way. " : "")
                            + "Attempts should begin at " + moments + " units; yours began at " + begins + ".");
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

    /** No attempt that had to be made was left out. */
    private static void didNotGiveUp(
            List<Throwable> problems, int due, int allowed, Attempts attempts, Call<?> call, Stage stage) {
        Throwable seen = call.failure().orElse(null);
        if (attempts.made() >= due || problems.stream().noneMatch(problem -> tells(seen, problem))) {
            return;
        }
        Throwable last = problems.get(Math.max(0, attempts.made() - 1));
        throw stage.failure(
                last instanceof IllegalStateException && !(last instanceof CancellationException)
                        ? GAVE_UP_TOO_EARLY
                        : GAVE_UP_TOO_EARLY.advising(
                                "try again whatever an attempt fails with, if it is not a FatalException"
                                        + ", until the attempts are used up"),
                allowed + " attempts were allowed; you gave up after number " + attempts.made()
                        + ", which had failed with " + named(last) + ".");
    }

    private static String named(Throwable problem) {
        String name = problem.getClass().getSimpleName();
        return ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void an_attempt_may_have_no_result(Stage stage) {
        int most = 4;
        List<Throwable> problems = failing(1);
        Attempts attempts = new Attempts(stage.clock(), problems);
        stage.rightAnswer(Attempts.right(moments(2, 1)));

        Job<String> job = () -> attempts.start().thenApply(result -> null);
        Call<String> call = stage.call("retry", () -> Patience.retry(job, most, 1, attempts));
        Play play = stage.play(call, ones(3));

        didNotGiveUp(problems, 2, most, attempts, call, stage);
        boolean unheard =
                attempts.made() == 2 && !call.isDone() && play.waiting().isEmpty();
        if (attempts.made() > 2 || unheard) {
            throw stage.failure(
                    LOST_NULL,
                    "Attempt 2 succeeded, with null for a result; "
                            + (unheard ? "your future never heard of it." : "you tried again all the same.")
                            + " A job may have null for a result.");
        }
        assertThat(play, "attempts").finished();
        if (call.value() != null) {
            throw stage.failure(Causes.WRONG_RESULT, "The future should bring null; it brought " + call.value() + ".");
        }
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void after_the_last_attempt_its_failure_is_told(Stage stage) {
        usesUp(stage, 2 + stage.random().nextInt(2));
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void one_attempt_is_not_followed_by_another(Stage stage) {
        usesUp(stage, 1);
    }

    /** Every attempt fails, and no more than these are allowed. */
    private static void usesUp(Stage stage, int most) {
        // One that never stops must come to an end here.
        List<Throwable> problems = failing(most + 3);
        Attempts attempts = new Attempts(stage.clock(), problems);
        List<Double> moments = moments(most, 1);
        stage.rightAnswer(Attempts.right(moments));

        Call<String> call = stage.call("retry", () -> Patience.retry(attempts, most, 1, attempts));
        Play play = stage.play(call, ones(2 * most - 1));

        if (attempts.made() > most) {
            throw stage.failure(
                    TOO_MANY_ATTEMPTS,
                    most + (most == 1 ? " attempt was" : " attempts were") + " allowed; you made " + attempts.made()
                            + ".");
        }
        didNotGiveUp(problems, most, most, attempts, call, stage);
        toldOf(problems.get(most - 1), call, play, stage, "pass on what the last attempt failed with");
        toldAt(moments.get(most - 1), "The last attempt failed", call, stage);
    }

    @Test
    @Order(9)
    @Tag("task-2")
    void a_fatal_failure_is_not_tried_again(Stage stage) {
        fatal(stage, 0, "");
    }

    @Test
    @Order(10)
    @Tag("task-2")
    void nor_is_one_that_a_later_attempt_fails_with(Stage stage) {
        fatal(stage, 1 + stage.random().nextInt(2), "");
    }

    @Test
    @Order(11)
    @Tag("task-2")
    void nor_is_one_inside_a_completion_exception(Stage stage) {
        fatal(stage, 0, " inside a CompletionException, as a stage behind another does");
    }

    /**
     * @param before so many attempts fail with something else
     * @param wrapped how the fatal failure comes, if not bare
     */
    private static void fatal(Stage stage, int before, String wrapped) {
        List<Throwable> problems = new ArrayList<>(failing(before));
        FatalException fatal = new FatalException("wrong password");
        problems.add(fatal);
        Attempts attempts = new Attempts(stage.clock(), problems);
        Job<String> job = wrapped.isEmpty() ? attempts : () -> attempts.start().thenApply(result -> result);
        List<Double> moments = moments(before + 1, 1);
        stage.rightAnswer(Attempts.right(moments));

        Call<String> call = stage.call("retry", () -> Patience.retry(job, before + 4, 1, attempts));
        Play play = stage.play(call, ones(2 * before + 1));

        if (attempts.made() > before + 1) {
            throw stage.failure(
                    before == 0
                            ? RETRIED_A_FATAL_FAILURE
                            : RETRIED_A_FATAL_FAILURE.advising(
                                    "look at the failure of each attempt before you pause, not only at the first one's;"
                                            + " behind a stage it is wrapped in a CompletionException"),
                    "Attempt " + (before + 1) + " failed with a FatalException" + wrapped + ", and you made "
                            + (attempts.made() - before - 1) + " more.");
        }
        didNotGiveUp(problems, before + 1, before + 4, attempts, call, stage);
        toldOf(fatal, call, play, stage, PASS_ON);
        toldAt(moments.get(before), "A FatalException came", call, stage);
    }

    @Test
    @Order(12)
    @Tag("task-2")
    void two_retries_at_once_know_nothing_of_each_other(Stage stage) {
        List<List<Double>> right = List.of(moments(4, 1.5), moments(3, 3.5));
        List<List<Double>> begins = List.of(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());

        Play play = fourAndThreeAttempts(
                () -> failsAtOnce(begins.get(0), 7, stage), () -> failsAtOnce(begins.get(1), 7, stage), stage);

        assertThat(play, "retries").finished();
        // One thread that serves all retries is no thread for each.
        List<Sighting> standing = play.waiting().stream()
                .filter(line -> !line.holder().contains("virtual thread"))
                .toList();
        if (standing.size() > 1) {
            throw stage.failure(
                    HELD_A_THREAD,
                    "Two retries paused, and meanwhile two threads did nothing but wait for that. With a thousand"
                            + " retries it would be a thousand threads.",
                    standing.toArray(Sighting[]::new));
        }
        String both = "Two retries went on at the same time, with four attempts and with three; ";
        if (begins.get(0).size() != 4 || begins.get(1).size() != 3) {
            throw stage.failure(
                    SHARED_ATTEMPTS,
                    both + "the first made " + begins.get(0).size() + " and the other "
                            + begins.get(1).size() + ".");
        }
        if (!begins.equals(right)) {
            throw stage.failure(
                    SHARED_ATTEMPTS.advising("keep the length of the next pause for each call: in a parameter or in a"
                            + " local object, not in a static field"),
                    both + "their attempts should begin at " + right.get(0) + " and at " + right.get(1)
                            + " units; they began at " + begins.get(0) + " and at " + begins.get(1) + ".");
        }
    }

    @Test
    @Order(13)
    @Tag("task-2")
    void not_even_if_both_have_the_same_job(Stage stage) {
        List<Double> right = Stream.of(moments(4, 1.5), moments(3, 3.5))
                .flatMap(List::stream)
                .sorted()
                .toList();
        List<Double> begins = new CopyOnWriteArrayList<>();
        Job<String> job = () -> failsAtOnce(begins, 2 * right.size(), stage);

        Play play = fourAndThreeAttempts(job, job, stage);

        assertThat(play, "retries").finished();
        Cause cause = SHARED_ATTEMPTS.advising(
                "remember nothing by its job: each call makes attempts of its own, whoever else retries the same job");
        String both = "Two retries of one and the same job went on at the same time, with four attempts and with"
                + " three; together they ";
        if (begins.size() != right.size()) {
            throw stage.failure(cause, both + "made " + begins.size() + ", and not " + right.size() + ".");
        }
        if (!begins.equals(right)) {
            throw stage.failure(
                    cause, both + "should begin attempts at " + right + " units; they began them at " + begins + ".");
        }
    }

    /**
     * Two retries at once, with a backoff of 1.5 and of 3.5. They begin nothing at the same moment after the first
     * attempts until both end at once: so each pause is begun before the clock moves again.
     */
    private static Play fourAndThreeAttempts(Job<String> four, Job<String> three, Stage stage) {
        Timer timer = units -> stage.clock().pause(Attempts.PAUSE, Attempts.PAUSE, units);
        Call<Void> call = stage.call(
                "retry",
                () -> CompletableFuture.allOf(
                        Patience.retry(four, 4, 1.5, timer).exceptionally(problem -> null),
                        Patience.retry(three, 3, 3.5, timer).exceptionally(problem -> null)));
        return stage.play(call, 2, 2, 2, 2);
    }

    @Test
    @Order(14)
    @Tag("task-2")
    void the_pause_doubles_however_many_attempts_there_are(Stage stage) {
        int most = 36;
        // So short that all the pauses together are 32 units; and exact, for it is a power of two.
        double backoff = 0x1p-30;
        List<Double> begins = new CopyOnWriteArrayList<>();
        Timer timer = units -> stage.clock().pause(Attempts.PAUSE, Attempts.PAUSE, units);

        Call<String> call = stage.call(
                "retry",
                () -> Patience.retry(() -> failsAtOnce(begins, most + 3, stage), most, backoff, timer)
                        .exceptionally(problem -> null));
        Play play = stage.play(call, ones(most - 1));

        assertThat(play, "retries").finished();
        List<Double> right = moments(most, backoff);
        for (int i = 1; i < Math.min(begins.size(), most); i++) {
            if (!begins.get(i).equals(right.get(i))) {
                double pause = (begins.get(i) - begins.get(i - 1)) / backoff;
                throw stage.failure(
                        WRONG_BACKOFF.advising("double the pause itself, a double: an int cannot be doubled so often"),
                        String.format(
                                Locale.ROOT,
                                "Of %d attempts the first %d began in time. The pause after them should be %.0f times"
                                        + " the backoff; yours was %.0f times the backoff.",
                                most,
                                i,
                                Math.pow(2, i - 1),
                                pause));
            }
        }
    }

    /** An attempt that takes no time, so that the first thing to be waited for is a pause. */
    private static CompletableFuture<String> failsAtOnce(List<Double> begins, int most, Stage stage) {
        begins.add(stage.clock().now());
        int attempt = begins.size();
        // One that never stops must come to an end here.
        return attempt > most
                ? CompletableFuture.completedFuture(Attempts.result(attempt))
                : CompletableFuture.failedFuture(new IllegalStateException("attempt " + attempt + " failed"));
    }

    private static boolean isTodo(Call<?> call) {
        return call.failure()
                .filter(UnsupportedOperationException.class::isInstance)
                .isPresent();
    }

    private static void toldOf(Throwable problem, Call<String> call, Play play, Stage stage, String advice) {
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
        if (!tells(seen, problem)) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(advice),
                    "The job failed with \"" + problem.getMessage() + "\"; "
                            + (seen == null
                                    ? "your result hides it."
                                    : "your future failed with "
                                            + seen.getClass().getSimpleName() + " \""
                                            + seen.getMessage()
                                            + "\", which neither is that failure nor has it as its cause."));
        }
    }

    /** Whether this is that failure, or has it for a cause. */
    private static boolean tells(Throwable seen, Throwable problem) {
        return seen != null && (seen == problem || tells(seen.getCause(), problem));
    }

    /** Nobody waits for a failure longer than need be. */
    private static void toldAt(double moment, String what, Call<?> call, Stage stage) {
        if (call.doneAt() != moment) {
            throw stage.failure(
                    PAUSED_FOR_NOTHING,
                    what + " at " + Timeline.units(moment) + ", and there was nothing more to try; your future told so"
                            + " only at " + Timeline.units(call.doneAt()) + ".");
        }
    }

    @Test
    @Order(15)
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
    @Order(16)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(Patience.class).neverSleeps();
    }

    /** What attempts fail with: an IOException and an Error first, for not every failure is a RuntimeException. */
    private static List<Throwable> failing(int count) {
        List<Throwable> problems = new ArrayList<>();
        problems.add(new IOException("attempt 1 failed"));
        problems.add(new AssertionError("attempt 2 failed"));
        for (int i = 3; i <= count; i++) {
            problems.add(new IllegalStateException("attempt " + i + " failed"));
        }
        return problems.subList(0, count);
    }

    /** 0, then after the backoff, then after twice as much: 0, 1, 3, 7. */
    private static List<Double> moments(int count, double backoff) {
        return moments(count, backoff, 0);
    }

    /** The same for attempts that take so many units each: a pause begins when one has failed. */
    private static List<Double> moments(int count, double backoff, double takes) {
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

    /** An attempt, a pause, an attempt: one at a time. */
    private static int[] ones(int steps) {
        return IntStream.range(0, steps).map(i -> 1).toArray();
    }
}
