package kata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;
import kata.testkit.timeline.Recorder;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** The sentences that learners read most. */
class PlayAssertTest {
    private static final List<String> LANES = List.of("Ada", "Ben", "Cleo");
    private static final Sighting JOIN = new Sighting("Tea.java", 31, "serve", "CompletableFuture.join", "kata-caller");
    private static final Sighting ON_POOL =
            new Sighting("Tea.java", 32, "pour", "CompletableFuture.join", "ForkJoinPool.commonPool-worker-1");

    private double now;
    private final Recorder recorder = new Recorder(() -> now);

    private Call<Object> call(Callable<? extends CompletionStage<Object>> body) {
        Call<Object> call =
                new Call<>("serveAll", task -> Thread.ofPlatform().daemon().start(task), recorder, body);
        await().until(call::returned);
        return call;
    }

    private Call<Object> done() {
        return call(() -> CompletableFuture.completedFuture(""));
    }

    private Timeline together() {
        List<Recorder.Open> spans = LANES.stream()
                .map(lane -> recorder.begin(lane, "cup", Span.Kind.WAIT))
                .toList();
        now = 1;
        spans.forEach(Recorder.Open::close);
        return recorder.timeline();
    }

    private Timeline oneAfterAnother() {
        for (String lane : LANES) {
            Recorder.Open span = recorder.begin(lane, "cup", Span.Kind.WAIT);
            now++;
            span.close();
        }
        return recorder.timeline();
    }

    private Play play(Call<?> call, Timeline timeline, Sighting... waiting) {
        return play(true, call, timeline, waiting);
    }

    private Play play(boolean returnedWhilePending, Call<?> call, Timeline timeline, Sighting... waiting) {
        return new Play(
                call,
                timeline,
                Timeline.EMPTY,
                returnedWhilePending,
                List.of(),
                List.of(waiting),
                List.of(),
                Optional.empty(),
                false,
                List.of());
    }

    private static KataFailure failure(Play play, UnaryOperator<PlayAssert> check) {
        return catchThrowableOfType(KataFailure.class, () -> check.apply(PlayAssert.assertThat(play, "cups")));
    }

    @Test
    void a_right_answer_passes_every_check() {
        Play play = play(done(), together());

        assertThatCode(() -> PlayAssert.assertThat(play, "cups")
                        .finished()
                        .allAtOnce(LANES)
                        .leftTheCommonPoolFree()
                        .returnedAtOnce()
                        .waitedForAll())
                .doesNotThrowAnyException();
    }

    @Test
    void one_after_another_says_who_began_only_after_whom() {
        KataFailure failure = failure(play(done(), oneAfterAnother(), JOIN), check -> check.allAtOnce(LANES));

        assertThat(failure.cause()).isEqualTo(Causes.RAN_ONE_AFTER_ANOTHER);
        assertThat(failure.happened())
                .isEqualTo(
                        "Your three cups ran one after another: 3 units in all. Ben began only after Ada had ended.");
        assertThat(failure.sightings()).containsExactly(JOIN);
        assertThat(failure.getMessage())
                .contains("Tea.java:31   CompletableFuture.join() held the caller in serve()")
                .contains("▐██████▌")
                .contains("Try   start all of them");
        assertThat(failure.getStackTrace()[0].toString())
                .as("an IDE can jump there")
                .contains("Tea.java:31");
    }

    @Test
    void too_few_at_once_says_how_many_and_names_the_pool_that_was_too_small() {
        Recorder.Open ada = recorder.begin("Ada", "cup", Span.Kind.WAIT);
        Recorder.Open ben = recorder.begin("Ben", "cup", Span.Kind.WAIT);
        ada.close();
        ben.close();
        recorder.begin("Cleo", "cup", Span.Kind.WAIT).close();

        KataFailure failure = failure(play(done(), recorder.timeline(), ON_POOL), check -> check.allAtOnce(LANES));

        assertThat(failure.cause()).isEqualTo(Causes.TOO_FEW_AT_ONCE);
        assertThat(failure.happened())
                .isEqualTo("Only two of your three cups were ever under way at the same time."
                        + " They waited on workers of the common pool, and it has only two here.");
    }

    @Test
    void work_that_never_began_is_faked_and_named() {
        recorder.begin("Ada", "cup", Span.Kind.WAIT).close();

        KataFailure failure = failure(play(done(), recorder.timeline()), check -> check.allAtOnce(LANES));

        assertThat(failure.cause()).isEqualTo(Causes.FAKED);
        assertThat(failure.happened())
                .isEqualTo("Only one of three cups had a cup of its own; there was none for Ben, Cleo.");
    }

    @Test
    void one_lane_alone_is_at_once() {
        recorder.begin("Ada", "cup", Span.Kind.WAIT).close();

        assertThat(failure(play(done(), recorder.timeline()), check -> check.allAtOnce(List.of("Ada"))))
                .isNull();
    }

    @Test
    void a_worker_of_the_common_pool_that_was_held_is_told() {
        KataFailure failure = failure(play(done(), together(), JOIN, ON_POOL), PlayAssert::leftTheCommonPoolFree);

        assertThat(failure.cause()).isEqualTo(Causes.BLOCKED_THE_COMMON_POOL);
        assertThat(failure.happened())
                .startsWith("pour() waited on a worker of the common pool.")
                .contains("more cups than workers");
        assertThat(failure.sightings()).containsExactly(ON_POOL);
    }

    @Test
    void a_future_that_was_done_too_early_says_what_still_went_on() {
        Play early = new Play(
                done(),
                together(),
                Timeline.EMPTY,
                true,
                List.of("Ben", "Cleo"),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of());

        KataFailure failure = failure(early, PlayAssert::waitedForAll);

        assertThat(failure.cause()).isEqualTo(Causes.RETURNED_TOO_EARLY);
        assertThat(failure.happened())
                .isEqualTo("The future of serveAll was done while Ben, Cleo still went on (2 of 3 cups pending).");
    }

    @Test
    void a_caller_that_had_to_wait_is_told_for_how_long_and_by_which_line() {
        now = 2;
        CompletableFuture<Object> open = new CompletableFuture<>();
        Call<Object> call = call(() -> open);
        Sighting held = new Sighting(
                "Tea.java", 31, "serve", "CompletableFuture.join", call.thread().getName());
        Play play = play(false, call, together(), held, ON_POOL);

        KataFailure failure = failure(play, PlayAssert::returnedAtOnce);

        assertThat(failure.cause()).isEqualTo(Causes.BLOCKED_THE_CALLER);
        assertThat(failure.happened())
                .isEqualTo("serveAll came back only after 2 units; until then the caller could do nothing else.");
        assertThat(failure.sightings()).containsExactly(held);
    }

    @Test
    void a_future_around_a_blocking_call_is_told_to_be_one() {
        assertThat(failure(play(false, done(), together()), PlayAssert::returnedAtOnce)
                        .happened())
                .contains("it was already done")
                .contains("still blocking");
    }

    @Test
    void who_comes_back_from_nothing_is_not_told_that_he_was_slow() {
        KataFailure failure = failure(play(false, done(), Timeline.EMPTY), PlayAssert::returnedAtOnce);

        assertThat(failure.cause()).isEqualTo(Causes.FAKED);
        assertThat(failure.happened()).isEqualTo("serveAll came back, and not one of its cups had ever begun.");
    }

    @Test
    void a_word_that_is_said_once_the_future_was_done_is_too_late() {
        CompletableFuture<Object> future = new CompletableFuture<>();
        Call<Object> call = call(() -> future);
        recorder.mark("Ada", "sip");
        future.complete("");
        assertThatCode(() -> PlayAssert.assertThat(play(call, recorder.timeline()), "cups")
                        .wasDoneLast())
                .doesNotThrowAnyException();

        recorder.mark("Ben", "sip");

        KataFailure failure = failure(play(call, recorder.timeline()), PlayAssert::wasDoneLast);
        assertThat(failure.cause()).isEqualTo(Causes.RETURNED_TOO_EARLY);
        assertThat(failure.happened())
                .isEqualTo("The future of serveAll was done too early: sip of Ben came only after it.");
    }

    @Test
    void a_worker_of_the_common_pool_that_waits_by_a_method_reference_is_told() {
        Play play = new Play(
                done(),
                together(),
                Timeline.EMPTY,
                true,
                List.of(),
                List.of(),
                List.of("CompletableFuture.join"),
                Optional.empty(),
                false,
                List.of());

        KataFailure failure = failure(play, PlayAssert::leftTheCommonPoolFree);

        assertThat(failure.cause()).isEqualTo(Causes.BLOCKED_THE_COMMON_POOL);
        assertThat(failure.happened()).contains("waited in CompletableFuture.join(), which you handed to it");
    }

    @Test
    void an_exception_is_told_by_name_and_message() {
        KataFailure failure = failure(
                play(
                        call(() -> CompletableFuture.failedFuture(new IllegalStateException("the pot is empty"))),
                        together()),
                PlayAssert::finished);

        assertThat(failure.cause()).isEqualTo(Causes.THREW);
        assertThat(failure.happened()).isEqualTo("serveAll ended with IllegalStateException: the pot is empty.");
    }

    @Test
    void what_an_initializer_ended_with_is_told() {
        KataFailure failure = failure(
                play(
                        call(() -> {
                            throw new ExceptionInInitializerError(new NumberFormatException("three"));
                        }),
                        Timeline.EMPTY),
                PlayAssert::finished);

        assertThat(failure.happened())
                .isEqualTo("serveAll ended with ExceptionInInitializerError, and that with"
                        + " NumberFormatException: three.");
    }

    @Test
    void an_exception_is_told_with_the_line_of_the_answer_that_it_came_from() {
        IllegalStateException problem = new IllegalStateException("the pot is empty");
        problem.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("kata.tea.given.Pot", "pour", "Pot.java", 7),
            new StackTraceElement("kata.tea.Tea", "serve", "Tea.java", 31),
        });
        KataFailure failure =
                failure(play(call(() -> CompletableFuture.failedFuture(problem)), together()), PlayAssert::finished);
        assertThat(failure.sightings()).isEmpty();

        KataFailure located = Failures.located(failure, new Threads("kata.tea"));

        assertThat(located.sightings())
                .map(Sighting::toString)
                .singleElement()
                .asString()
                .startsWith("Tea.java:31");
        assertThat(Failures.located(failure, new Threads("kata.coffee")).cause().tryThis())
                .startsWith("none of your lines");
    }

    @Test
    void a_lane_that_never_began_is_told_with_those_that_did() {
        KataFailure one = failure(play(done(), together()), check -> check.allAtOnce(List.of("Zoe")));
        KataFailure two = failure(play(done(), Timeline.EMPTY), check -> check.allAtOnce(List.of("Zoe", "Yan")));

        assertThat(one.happened())
                .isEqualTo("Zoe never began; what did begin bore the name " + String.join(", ", LANES) + ".");
        assertThat(two.happened()).isEqualTo("None of two cups ever began.");
    }

    @Test
    void an_empty_list_must_not_be_stumbled_over() {
        KataFailure threw = failure(
                play(
                        call(() -> {
                            throw new IndexOutOfBoundsException(0);
                        }),
                        Timeline.EMPTY),
                PlayAssert::endedThoughThereWereNone);
        KataFailure open = stuck(PlayAssert::endedThoughThereWereNone);

        assertThat(threw.cause()).isEqualTo(Causes.EMPTY_LIST);
        assertThat(threw.happened())
                .isEqualTo("serveAll got an empty list. There are no cups to wait for, but it ended with"
                        + " IndexOutOfBoundsException.");
        assertThat(open.happened()).endsWith("but its future is still open.");
        assertThatCode(() -> PlayAssert.assertThat(play(done(), Timeline.EMPTY), "cups")
                        .endedThoughThereWereNone())
                .doesNotThrowAnyException();
    }

    @Test
    void a_TODO_is_still_to_do_and_no_other_unsupported_operation_is() {
        KataFailure todo = failure(
                play(
                        call(() -> {
                            throw new UnsupportedOperationException("TODO: serveAll fills every cup");
                        }),
                        Timeline.EMPTY),
                PlayAssert::finished);
        KataFailure other = failure(
                play(
                        call(() -> {
                            throw new UnsupportedOperationException();
                        }),
                        Timeline.EMPTY),
                PlayAssert::finished);

        assertThat(todo.cause()).isEqualTo(Causes.NOT_STARTED);
        assertThat(todo.happened()).isEqualTo("Still to do: serveAll fills every cup.");
        assertThat(other.cause()).isEqualTo(Causes.THREW);
    }

    @Test
    void null_instead_of_a_future_is_told() {
        KataFailure failure = failure(play(call(() -> null), Timeline.EMPTY), PlayAssert::finished);

        assertThat(failure.cause()).isEqualTo(Causes.RETURNED_NULL);
        assertThat(failure.happened()).isEqualTo("serveAll returned null instead of a future.");
    }

    @Test
    void a_delay_that_the_answer_ended_itself_is_faked() {
        Play faked = new Play(
                done(),
                together(),
                Timeline.EMPTY,
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of("Ben"));

        KataFailure failure = failure(faked, PlayAssert::finished);

        assertThat(failure.cause()).isEqualTo(Causes.FAKED);
        assertThat(failure.happened()).startsWith("You completed the future of Ben yourself");
    }

    @Test
    void a_busy_line_is_told() {
        Sighting line = new Sighting("Tea.java", 40, "poll", "", "kata-caller");
        Play spinning = new Play(
                done(),
                together(),
                Timeline.EMPTY,
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(line),
                false,
                List.of());

        KataFailure failure = failure(spinning, PlayAssert::finished);

        assertThat(failure.cause()).isEqualTo(Causes.BUSY_WAIT);
        assertThat(failure.happened()).startsWith("While the cups waited, poll() asked again and again");
        assertThat(failure.sightings()).containsExactly(line);
    }

    private KataFailure stuck(Sighting... waiting) {
        return stuck(PlayAssert::finished, waiting);
    }

    private KataFailure stuck(UnaryOperator<PlayAssert> check, Sighting... waiting) {
        Call<Object> call = call(CompletableFuture::new);
        return failure(
                new Play(
                        call,
                        together(),
                        Timeline.EMPTY,
                        true,
                        List.of(),
                        List.of(waiting),
                        List.of(),
                        Optional.empty(),
                        true,
                        List.of()),
                check);
    }

    @Test
    void a_future_that_nobody_completes_never_finished() {
        KataFailure failure = stuck();

        assertThat(failure.cause()).isEqualTo(Causes.NEVER_FINISHED);
        assertThat(failure.happened())
                .isEqualTo("serveAll never ended: everything it had begun was over, but its future is still open.");
    }

    @Test
    void a_wait_that_nothing_ends_is_told_with_its_line() {
        KataFailure failure = stuck(JOIN);

        assertThat(failure.cause()).isEqualTo(Causes.NEVER_FINISHED);
        assertThat(failure.happened()).contains("serve() still waited");
        assertThat(failure.sightings()).containsExactly(JOIN);
    }

    @Test
    void a_sleep_is_a_blocking_call_though_it_would_end_some_day() {
        KataFailure failure = stuck(JOIN, new Sighting("Tea.java", 50, "nap", "Thread.sleep", "pool-1-thread-1"));

        assertThat(failure.cause()).isEqualTo(Causes.BLOCKING_CALL);
        assertThat(failure.happened()).startsWith("nap() sleeps: Thread.sleep holds thread pool-1-thread-1");
    }

    @Test
    void a_wait_inside_a_callback_explains_everything_that_stands_still() {
        KataFailure failure =
                stuck(JOIN, new Sighting("Tea.java", 60, "chain", "CompletableFuture.join", "kata-clock"));

        assertThat(failure.cause()).isEqualTo(Causes.BLOCKED_A_CALLBACK);
        assertThat(failure.happened()).startsWith("chain() waits inside a callback.");
    }
}
