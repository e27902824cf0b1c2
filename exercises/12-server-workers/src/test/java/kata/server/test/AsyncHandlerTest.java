package kata.server.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import kata.server.AsyncHandler;
import kata.server.given.DbException;
import kata.server.given.Response;
import kata.server.given.WorkerServer;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.evidence.PlatformThreads;
import kata.testkit.result.Reports;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class AsyncHandlerTest {
    private static final int MANY = 1000;

    /** Made before the answer's first class is loaded, so that none of its threads can be among them. */
    private static final PlatformThreads PLATFORM = new PlatformThreads();

    @Test
    @Order(1)
    @Tag("task-1")
    void three_workers_keep_the_fourth_user_waiting(Stage stage) {
        List<Visitor> visitors = Visitor.ofTheLesson(stage.names(6));
        stage.rightAnswer(Visitor.onWorkers(visitors, 3));
        SlowDb db = new SlowDb(stage.clock(), visitors);
        try (WorkerServer server = new WorkerServer(3, db.blocking())) {
            List<CompletableFuture<Response>> replies = new ArrayList<>();
            Call<Void> sixUsers = stage.call("handle", () -> {
                visitors.forEach(visitor -> replies.add(server.handle(visitor.request())));
                return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new));
            });
            Play play = stage.play(sixUsers, 3, 3, 3, 3);

            // The server is given: this shows what is wrong with it, and no answer can make it red.
            Timeline timeline = play.timeline();
            List<Double> starts = timeline.lanes().stream()
                    .map(lane -> timeline.spansOf(lane).get(0).from())
                    .toList();
            assertThat(starts).containsExactly(0.0, 0.0, 0.0, 1.0, 1.0, 1.0);
            assertThat(timeline.end()).isEqualTo(2.0);
            assertThat(timeline.peak(span -> span.kind() == Span.Kind.BLOCKED)).isEqualTo(3);
            assertThat(replies.stream().map(CompletableFuture::join).collect(Collectors.toSet()))
                    .isEqualTo(visitors.stream().map(Visitor::response).collect(Collectors.toSet()));
        }
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void the_loop_goes_on_while_a_request_waits_for_the_database(Stage stage) {
        List<Visitor> visitors = Visitor.crowd(1, stage.names(1), stage.random());
        stage.rightAnswer(Visitor.together(visitors, true));
        new Verdicts(stage, visitors).played().everyoneGotTheirOwn();
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void an_unknown_session_is_not_found(Stage stage) {
        List<Visitor> visitors =
                List.of(Visitor.crowd(1, stage.names(1), stage.random()).get(0).unknown());
        stage.rightAnswer(Visitor.together(visitors, true));
        new Verdicts(stage, visitors).played().everyoneGotTheirOwn();
    }

    @Test
    @Order(4)
    @Tag("task-1")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(AsyncHandler.class).neverSleeps();
    }

    @Test
    @Order(5)
    @Tag("task-3")
    void each_user_gets_the_reply_to_their_own_request(Stage stage) {
        List<Visitor> visitors = apart(stage, 5);
        // The same session once more, at the same time: a second tab.
        visitors.add(visitors.get(stage.random().nextInt(visitors.size())));
        stage.rightAnswer(Visitor.together(visitors, true));
        new Verdicts(stage, visitors).played().everyoneGotTheirOwn();
    }

    @Test
    @Order(6)
    @Tag("task-3")
    void a_query_that_fails_ends_its_own_request_only(Stage stage) {
        List<Visitor> visitors = apart(stage, 4);
        int failing = stage.random().nextInt(visitors.size());
        visitors.set(failing, visitors.get(failing).failingWith(new DbException("the orders are locked")));
        int earlier = (failing + 1) % visitors.size();
        visitors.set(earlier, visitors.get(earlier).failingAtOnce(new DbException("the users are locked")));
        stage.rightAnswer(Visitor.together(visitors, true));
        new Verdicts(stage, visitors).played().everyoneGotTheirOwn();
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void a_thousand_requests_are_in_flight_on_four_threads(Stage stage) {
        List<Visitor> visitors = Visitor.crowd(MANY, stage.names(12), stage.random());
        for (int i = 0; i < visitors.size(); i++) {
            visitors.set(i, visitors.get(i).waiting(0.25 * (1 + i % 3), 1));
        }
        stage.rightAnswer(Visitor.together(visitors, true));
        Verdicts verdicts = new Verdicts(stage, visitors);
        Call<Void> call = verdicts.sendAll();
        verdicts.inFlight(call, PLATFORM, "the database");
        // From here on all of them wait for their orders.
        int answers = 3;
        verdicts.answer(answers);
        verdicts.inFlight(call, PLATFORM, "their orders");
        verdicts.onFewThreads(call, PLATFORM);
        int[] pending = Visitor.pendingAtStep(visitors);
        Play play = stage.play(call, Arrays.copyOfRange(pending, answers, pending.length));
        verdicts.waitedWithoutThreads(play).everyoneGotTheirOwn();
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void a_thousand_requests_take_about_as_long_as_one(Stage stage) {
        // Where structure has decided already, a dozen requests are enough to show what it costs.
        boolean red = Reports.isRed();
        List<Visitor> visitors = Visitor.crowd(red ? 12 : MANY, stage.names(12), stage.random());
        stage.rightAnswer(Visitor.together(visitors, false));
        stage.clockLaw((red ? "A dozen" : "A thousand") + " requests at the same time", 1, 2.5, clock -> {
            SlowDb db = new SlowDb(clock, visitors);
            return () -> CompletableFuture.allOf(visitors.stream()
                    .map(visitor -> Verdicts.handle(visitor, db))
                    .toArray(CompletableFuture[]::new));
        });
    }

    /** So many, whose queries end at different times, the first one's not first. */
    private static List<Visitor> apart(Stage stage, int count) {
        List<Double> waits = new ArrayList<>(List.of(0.25, 0.5, 0.75, 1.0, 1.25).subList(0, count));
        do {
            Collections.shuffle(waits, stage.random());
        } while (waits.get(0) == 0.25);
        List<Visitor> visitors = Visitor.crowd(count, stage.names(count), stage.random());
        for (int i = 0; i < count; i++) {
            visitors.set(i, visitors.get(i).waiting(waits.get(i), 1.5));
        }
        return visitors;
    }
}
