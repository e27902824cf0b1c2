package kata.fakeasync.test;

import static kata.testkit.PlayAssert.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import kata.fakeasync.RealAsync;
import kata.fakeasync.given.PullAll;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.evidence.Watch;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class RealAsyncTest {

    @Test
    @Order(1)
    @Tag("task-1")
    void the_loop_goes_on_while_a_pull_is_pending(Stage stage) {
        Verdicts verdicts = new Verdicts(stage);
        Request request = Request.forEach(stage.names(1), stage.random()).get(0);
        stage.rightAnswer(Request.together(List.of(request)));
        try (Io io = new Io()) {
            SlowClient client = new SlowClient(stage.clock(), io, List.of(request));

            Call<String> pull =
                    stage.call("pull", stage.loop(), () -> verdicts.future(RealAsync.pull(client, request.uri(), io)));
            Play play = stage.play(pull, 1);

            assertThat(play, "pulls").finished();
            verdicts.leftTheLoopFree(play, io);
            verdicts.askedOnce(client, List.of(request));
            assertThat(play, "pulls").returnedAtOnce();
            verdicts.waitedForReplies(play);
            verdicts.carriesBody(request, pull.value());
        }
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(RealAsync.class).neverSleeps();
    }

    @Test
    @Order(3)
    @Tag("task-2")
    void every_request_waits_on_a_thread_of_io(Stage stage) {
        Verdicts verdicts = new Verdicts(stage);
        // So many that a limit of three or four, made by a lock or a pool, is always seen.
        List<Request> requests = Request.forEach(stage.names(5 + stage.random().nextInt(2)), stage.random());
        stage.rightAnswer(Request.together(requests));
        try (Io io = new Io()) {
            SlowClient client = new SlowClient(stage.clock(), io, requests);
            Waits waits = new Waits(io);

            Call<List<String>> pulls = stage.call(
                    "pull",
                    stage.loop(),
                    () -> PullAll.together(
                            uri -> waits.in(() -> verdicts.future(RealAsync.pull(client, uri, io))),
                            Request.uris(requests)));
            Play play = stage.play(pulls, Request.pendingAtStep(requests));

            assertThat(play, "pulls").finished();
            verdicts.leftTheLoopFree(play, io);
            verdicts.neverWaitedOnTheLoop(waits);
            verdicts.askedOnce(client, requests);
            verdicts.waitedOnIo(client, play);
            verdicts.leftTheCommonPoolFree(play);
            verdicts.waitedTogether(requests, play);
            verdicts.waitedForReplies(play);
            for (int i = 0; i < requests.size(); i++) {
                verdicts.carriesBody(requests.get(i), pulls.value().get(i));
            }
        }
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void a_pull_ends_with_its_own_reply(Stage stage) {
        Verdicts verdicts = new Verdicts(stage);
        List<Request> requests = Request.forEach(stage.names(2), stage.random());
        Request slow = requests.get(0);
        Request quick = requests.get(1);
        List<Request> pulled = List.of(slow, quick, quick);
        stage.rightAnswer(Request.together(requests));
        List<CompletableFuture<String>> pulls = new CopyOnWriteArrayList<>();
        try (Io io = new Io()) {
            SlowClient client = new SlowClient(stage.clock(), io, requests);

            Call<Void> call = stage.call("pull", stage.loop(), () -> {
                for (Request request : pulled) {
                    pulls.add(verdicts.future(RealAsync.pull(client, request.uri(), io)));
                }
                return CompletableFuture.allOf(pulls.toArray(CompletableFuture[]::new));
            });
            Watch.End together = stage.until(() -> stage.clock().pending() == pulled.size() || call.isDone());
            stage.advance();
            Watch.End quickEnded = stage.until(() -> pulls.stream().skip(1).allMatch(CompletableFuture::isDone));
            Play play = stage.play(call);

            assertThat(play, "pulls").finished();
            verdicts.leftTheLoopFree(play, io);
            verdicts.askedOnce(client, pulled);
            if (together == Watch.End.MET && quickEnded != Watch.End.MET) {
                throw verdicts.waitedForAnother(slow, quick);
            }
        }
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void the_loop_goes_on_while_io_has_no_thread_free(Stage stage) {
        Verdicts verdicts = new Verdicts(stage);
        List<Request> requests = Request.forEach(stage.names(1), stage.random());
        double busy = 1 + stage.random().nextInt(3);
        stage.rightAnswer(Request.together(requests, Timeline.ideal().with(Io.LANE, Span.Kind.WAIT, 0, busy)));
        try (Io io = Io.busyFor(busy, stage.clock())) {
            SlowClient client = new SlowClient(stage.clock(), io, requests);

            Call<String> pull = stage.call(
                    "pull",
                    stage.loop(),
                    () -> verdicts.future(RealAsync.pull(client, requests.get(0).uri(), io)));
            Play play = stage.play(pull, 1, 1);

            verdicts.leftTheLoopFree(play, io);
            assertThat(play, "pulls").finished();
            verdicts.askedOnce(client, requests);
            verdicts.waitedForReplies(play);
            verdicts.carriesBody(requests.get(0), pull.value());
        }
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void three_pulls_take_ten_seconds_not_seventeen(Stage stage) {
        Verdicts verdicts = new Verdicts(stage);
        stage.rightAnswer(Request.together(Request.LESSON));
        try (Io io = new Io()) {
            String what = "Your three pulls (10, 2 and 5 seconds)";
            stage.clockLaw(what, 10 * Request.SECOND, 15 * Request.SECOND, clock -> {
                SlowClient client = new SlowClient(clock, io, Request.LESSON);
                return () -> PullAll.together(
                        uri -> verdicts.future(RealAsync.pull(client, uri, io)), Request.uris(Request.LESSON));
            });
        }
    }

    @Test
    @Order(7)
    @Tag("task-3")
    void a_request_that_breaks_off_fails_its_own_future(Stage stage) {
        failsItsOwnFuture(stage, new IOException("the server hung up", new EOFException("no more data")));
    }

    @Test
    @Order(8)
    @Tag("task-3")
    void an_exception_that_nobody_declared_fails_the_future_too(Stage stage) {
        failsItsOwnFuture(
                stage, new IllegalStateException("the client is closed", new TimeoutException("idle for too long")));
    }

    /** The problem has a cause of its own, which is not the problem; and no body is not a problem at all. */
    private static void failsItsOwnFuture(Stage stage, Exception problem) {
        Verdicts verdicts = new Verdicts(stage);
        List<Request> requests = Request.forEach(stage.names(3), stage.random());
        int failing = stage.random().nextInt(requests.size());
        requests.set(failing, requests.get(failing).failingWith(problem));
        int empty = (failing + 1) % requests.size();
        requests.set(empty, requests.get(empty).withEmptyBody());
        stage.rightAnswer(Request.together(requests));
        List<Verdicts.Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        try (Io io = new Io()) {
            SlowClient client = new SlowClient(stage.clock(), io, requests);

            Call<Void> pulls = stage.call("pull", stage.loop(), () -> {
                for (Request request : requests) {
                    outcomes.add(verdicts.outcome(() -> RealAsync.pull(client, request.uri(), io)));
                }
                return CompletableFuture.allOf(
                        outcomes.stream().map(Verdicts.Outcome::settled).toArray(CompletableFuture[]::new));
            });
            Play play = stage.play(pulls, Request.pendingAtStep(requests));

            verdicts.leftTheLoopFree(play, io);
            if (outcomes.size() < requests.size()) {
                assertThat(play, "pulls").finished();
            }
            verdicts.askedOnce(client, requests);
            for (int i = 0; i < requests.size(); i++) {
                verdicts.carriesOutcome(requests.get(i), outcomes.get(i));
            }
        }
    }
}
