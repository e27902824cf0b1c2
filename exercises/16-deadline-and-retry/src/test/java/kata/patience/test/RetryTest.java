package kata.patience.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class RetryTest {
    @Test
    @Order(6)
    @Tag("task-2")
    void each_pause_is_twice_as_long_as_the_one_before(Stage stage) {
        List<Throwable> problems =
                new ArrayList<>(Attempts.failing(2 + stage.random().nextInt(2)));
        problems.add(new CancellationException("an attempt was cancelled"));
        int failures = problems.size();
        // Never a whole number: who rounds it is seen.
        double backoff = 0.5 + stage.random().nextInt(2);
        // More than nothing: whether a pause begins before its attempt has failed is seen.
        double takes = 0.25 + 0.5 * stage.random().nextInt(2);
        Attempts attempts = new Attempts(stage.clock(), takes, problems);
        List<Double> moments = Attempts.moments(failures + 1, backoff, takes);
        stage.rightAnswer(Attempts.right(moments, takes));

        Call<String> call = stage.call("retry", () -> Patience.retry(attempts, failures + 2, backoff, attempts));
        Play play = stage.play(call, ones(2 * failures + 1));

        Mistakes.didNotGiveUp(problems, failures + 1, failures + 2, attempts, call, stage);
        heldNothing(play);
        assertThat(play, "attempts").finished();
        List<Double> begins = Attempts.begins(play.timeline());
        if (!begins.equals(moments)) {
            boolean early = Attempts.pausedTooEarly(play.timeline());
            throw stage.failure(
                    early
                            ? Mistakes.WRONG_BACKOFF.advising("begin the pause when the attempt has failed")
                            : Mistakes.WRONG_BACKOFF,
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

    @Test
    @Order(7)
    @Tag("task-2")
    void an_attempt_may_have_no_result(Stage stage) {
        int most = 4;
        List<Throwable> problems = Attempts.failing(1);
        Attempts attempts = new Attempts(stage.clock(), problems);
        stage.rightAnswer(Attempts.right(Attempts.moments(2, 1)));

        Job<String> job = () -> attempts.start().thenApply(result -> null);
        Call<String> call = stage.call("retry", () -> Patience.retry(job, most, 1, attempts));
        Play play = stage.play(call, ones(3));

        Mistakes.didNotGiveUp(problems, 2, most, attempts, call, stage);
        boolean unheard =
                attempts.made() == 2 && !call.isDone() && play.waiting().isEmpty();
        if (attempts.made() > 2 || unheard) {
            throw stage.failure(
                    Mistakes.LOST_NULL,
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
    @Order(8)
    @Tag("task-2")
    void after_the_last_attempt_its_failure_is_told(Stage stage) {
        usesUp(stage, 2 + stage.random().nextInt(2));
    }

    @Test
    @Order(9)
    @Tag("task-2")
    void one_attempt_is_not_followed_by_another(Stage stage) {
        usesUp(stage, 1);
    }

    /** Every attempt fails, and no more than these are allowed. */
    private static void usesUp(Stage stage, int most) {
        // One that never stops must come to an end here.
        List<Throwable> problems = Attempts.failing(most + 3);
        Attempts attempts = new Attempts(stage.clock(), problems);
        List<Double> moments = Attempts.moments(most, 1);
        stage.rightAnswer(Attempts.right(moments));

        Call<String> call = stage.call("retry", () -> Patience.retry(attempts, most, 1, attempts));
        Play play = stage.play(call, ones(2 * most - 1));

        if (attempts.made() > most) {
            throw stage.failure(
                    Mistakes.TOO_MANY_ATTEMPTS,
                    most + (most == 1 ? " attempt was" : " attempts were") + " allowed; you made " + attempts.made()
                            + ".");
        }
        Mistakes.didNotGiveUp(problems, most, most, attempts, call, stage);
        Mistakes.toldOf(problems.get(most - 1), call, play, stage, "pass on what the last attempt failed with");
        Mistakes.toldAt(moments.get(most - 1), "The last attempt failed", call, stage);
    }

    @Test
    @Order(10)
    @Tag("task-2")
    void a_fatal_failure_is_not_tried_again(Stage stage) {
        fatal(stage, 0, "");
    }

    @Test
    @Order(11)
    @Tag("task-2")
    void nor_is_one_that_a_later_attempt_fails_with(Stage stage) {
        fatal(stage, 1 + stage.random().nextInt(2), "");
    }

    @Test
    @Order(12)
    @Tag("task-2")
    void nor_is_one_inside_a_completion_exception(Stage stage) {
        fatal(stage, 0, " inside a CompletionException, as a stage behind another does");
    }

    /**
     * @param before so many attempts fail with something else
     * @param wrapped how the fatal failure comes, if not bare
     */
    private static void fatal(Stage stage, int before, String wrapped) {
        List<Throwable> problems = new ArrayList<>(Attempts.failing(before));
        FatalException fatal = new FatalException("wrong password");
        problems.add(fatal);
        Attempts attempts = new Attempts(stage.clock(), problems);
        Job<String> job = wrapped.isEmpty() ? attempts : () -> attempts.start().thenApply(result -> result);
        List<Double> moments = Attempts.moments(before + 1, 1);
        stage.rightAnswer(Attempts.right(moments));

        Call<String> call = stage.call("retry", () -> Patience.retry(job, before + 4, 1, attempts));
        Play play = stage.play(call, ones(2 * before + 1));

        if (attempts.made() > before + 1) {
            throw stage.failure(
                    before == 0
                            ? Mistakes.RETRIED_A_FATAL_FAILURE
                            : Mistakes.RETRIED_A_FATAL_FAILURE.advising(
                                    "look at the failure of each attempt before you pause, not only at the first one's;"
                                            + " behind a stage it is wrapped in a CompletionException"),
                    "Attempt " + (before + 1) + " failed with a FatalException" + wrapped + ", and you made "
                            + (attempts.made() - before - 1) + " more.");
        }
        Mistakes.didNotGiveUp(problems, before + 1, before + 4, attempts, call, stage);
        Mistakes.toldOf(fatal, call, play, stage, Mistakes.PASS_ON);
        Mistakes.toldAt(moments.get(before), "A FatalException came", call, stage);
    }

    @Test
    @Order(13)
    @Tag("task-2")
    void two_retries_at_once_know_nothing_of_each_other(Stage stage) {
        List<List<Double>> right = List.of(Attempts.moments(4, 1.5), Attempts.moments(3, 3.5));
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
                    Mistakes.HELD_A_THREAD,
                    "Two retries paused, and meanwhile two threads did nothing but wait for that. With a thousand"
                            + " retries it would be a thousand threads.",
                    standing.toArray(Sighting[]::new));
        }
        String both = "Two retries went on at the same time, with four attempts and with three; ";
        if (begins.get(0).size() != 4 || begins.get(1).size() != 3) {
            throw stage.failure(
                    Mistakes.SHARED_ATTEMPTS,
                    both + "the first made " + begins.get(0).size() + " and the other "
                            + begins.get(1).size() + ".");
        }
        if (!begins.equals(right)) {
            throw stage.failure(
                    Mistakes.SHARED_ATTEMPTS.advising(
                            "keep the length of the next pause for each call: in a parameter or in a"
                                    + " local object, not in a static field"),
                    both + "their attempts should begin at " + right.get(0) + " and at " + right.get(1)
                            + " units; they began at " + begins.get(0) + " and at " + begins.get(1) + ".");
        }
    }

    @Test
    @Order(14)
    @Tag("task-2")
    void not_even_if_both_have_the_same_job(Stage stage) {
        List<Double> right = Stream.of(Attempts.moments(4, 1.5), Attempts.moments(3, 3.5))
                .flatMap(List::stream)
                .sorted()
                .toList();
        List<Double> begins = new CopyOnWriteArrayList<>();
        Job<String> job = () -> failsAtOnce(begins, 2 * right.size(), stage);

        Play play = fourAndThreeAttempts(job, job, stage);

        assertThat(play, "retries").finished();
        Cause cause = Mistakes.SHARED_ATTEMPTS.advising(
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
    @Order(15)
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
        List<Double> right = Attempts.moments(most, backoff);
        for (int i = 1; i < Math.min(begins.size(), most); i++) {
            if (!begins.get(i).equals(right.get(i))) {
                double pause = (begins.get(i) - begins.get(i - 1)) / backoff;
                throw stage.failure(
                        Mistakes.WRONG_BACKOFF.advising(
                                "double the pause itself, a double: an int cannot be doubled so often"),
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

    @Test
    @Order(16)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(Patience.class).neverSleeps();
    }

    /** An attempt, a pause, an attempt: one at a time. */
    private static int[] ones(int steps) {
        return IntStream.range(0, steps).map(i -> 1).toArray();
    }
}
