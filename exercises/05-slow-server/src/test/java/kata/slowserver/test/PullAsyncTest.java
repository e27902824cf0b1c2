package kata.slowserver.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kata.slowserver.PullAsync;
import kata.slowserver.test.DelayServer.Fate;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.PlayAssert;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Span;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class PullAsyncTest {

    @Test
    @Order(1)
    @Tag("task-1")
    void all_requests_are_under_way_at_once(Stage stage) {
        List<Integer> seconds = delays(stage, 4 + stage.random().nextInt(3));
        stage.rightAnswer(DelayServer.together(seconds));
        try (DelayServer server = new DelayServer(stage.clock(), seconds)) {
            Play play = play(stage, pullAll(stage, server, seconds), pendingWithout(seconds.size()));

            PlayAssert requests = assertThat(play, "requests").finished();
            if (play.timeline().peak() > 1) {
                // Before they are counted: how many run at once on a blocked common pool depends on the JDK.
                requests.leftTheCommonPoolFree();
            }
            requests.allAtOnce(DelayServer.lanes(seconds))
                    .leftTheCommonPoolFree()
                    .returnedAtOnce()
                    .waitedForAll();
            usedTheGivenClient(stage, server);
            oneDelayAlone(stage, server, seconds);
        }
    }

    /** What was asked for before is asked for again, and for one request alone nobody waits either. */
    private static void oneDelayAlone(Stage stage, DelayServer server, List<Integer> seconds) {
        int only = seconds.get(stage.random().nextInt(seconds.size()));
        String request = DelayServer.lane(seconds, only);
        double from = stage.clock().now();
        stage.rightAnswer(stage.rightAnswer().with(request, Span.Kind.WAIT, from, from + only * DelayServer.SECOND));
        Call<List<String>> call = stage.call(
                "pullAll of one delay", () -> PullAsync.pullAll(server.client(), server.uri(), List.of(only)));
        Play play = play(stage, call, 1);

        PlayAssert requests = assertThat(play, "requests").finished();
        if (play.timeline().spansOf(request).size() < 2) {
            throw stage.failure(
                    Causes.FAKED.advising(
                            "let each call send requests of its own: what a static field keeps of an earlier call is"
                                    + " an old reply"),
                    "A second call of pullAll, for " + only
                            + " seconds alone, sent no request; the first call had asked for as many.");
        }
        requests.returnedAtOnce().waitedForAll();
    }

    private static void usedTheGivenClient(Stage stage, DelayServer server) {
        if (!server.fromElsewhere().isEmpty()) {
            throw stage.failure(
                    Mistakes.OTHER_CLIENT,
                    String.join(", ", new TreeSet<>(server.fromElsewhere()))
                            + " came from another client than the one that pullAll was given.");
        }
        if (!server.clientIsOpen()) {
            throw stage.failure(
                    Mistakes.OTHER_CLIENT,
                    "The client that pullAll was given is shut down: the caller can send nothing with it any more.");
        }
    }

    @Test
    @Order(2)
    @Tag("task-2")
    void replies_are_in_the_order_of_the_requests(Stage stage) {
        // The longest first, so that the order in which they end is never the order of the requests.
        List<Integer> seconds = new ArrayList<>(delays(stage, 4));
        seconds.sort(Collections.reverseOrder());
        // One of the others is late and comes last, so nobody can tell from the delays which reply that will be.
        int late = seconds.get(1 + stage.random().nextInt(3));
        int comesAfter = seconds.get(0) + 1;
        stage.rightAnswer(DelayServer.together(
                seconds.stream().map(each -> each == late ? comesAfter : each).toList()));
        try (DelayServer server = new DelayServer(stage.clock(), seconds)) {
            server.isLate(late, comesAfter);
            Call<List<String>> call = pullAll(stage, server, seconds);
            Play play = play(stage, call, pendingWithout(seconds.size()));

            assertThat(play, "requests").finished();
            waitedForTheLateOne(stage, play, seconds, late);
            repliesAre(stage, seconds, call.value());
            noDelaysNoReplies(stage, server);
        }
    }

    private static void waitedForTheLateOne(Stage stage, Play play, List<Integer> seconds, int late) {
        String request = DelayServer.lane(seconds, late);
        if (play.pendingWhenDone().equals(List.of(request))) {
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising("wait for every reply, with allOf for example: the delays do not"
                            + " tell which one comes last"),
                    request + " asked for " + late + " seconds, and its reply was late: it came after that of R1, which"
                            + " had asked for " + seconds.get(0)
                            + ", the most of all. Your future was done when R1 was, without " + request + ".");
        }
    }

    private static void noDelaysNoReplies(Stage stage, DelayServer server) {
        Call<List<String>> call = stage.call(
                "pullAll of an empty list", () -> PullAsync.pullAll(server.client(), server.uri(), List.of()));
        stage.until(call::isDone);
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising("where nothing is to be waited for, nobody counts down to zero:"
                            + " look whether anything is left before you wait for it"),
                    "pullAll of an empty list never ended; it gives an empty list.");
        }
        if (!List.of().equals(call.value())) {
            throw stage.failure(
                    Causes.WRONG_RESULT,
                    "pullAll of an empty list gave " + call.value() + " instead of an empty list.");
        }
    }

    private static void repliesAre(Stage stage, List<Integer> seconds, List<String> got) {
        List<String> wanted = seconds.stream().map(DelayServer::reply).toList();
        if (wanted.equals(got)) {
            return;
        }
        List<String> found = got == null ? List.of() : new ArrayList<>(got);
        found.replaceAll(String::valueOf);
        List<String> missing = new ArrayList<>(wanted);
        found.forEach(missing::remove);
        if (missing.isEmpty() && found.size() == wanted.size()) {
            throw stage.failure(
                    Causes.COMPLETION_ORDER,
                    "Right replies, wrong order: " + found.get(0) + " stands first, but R1 asked for " + seconds.get(0)
                            + " seconds. Keep the order of the requests, whichever reply comes first.");
        }
        throw stage.failure(
                Causes.LOST_RESULT.advising("take each reply from its own future, when all of them are complete"),
                "Your list should hold " + wanted.size() + " replies; \""
                        + missing.stream().findFirst().orElse(wanted.get(0)) + "\" is not among the " + found.size()
                        + " that it holds.");
    }

    @Test
    @Order(3)
    @Tag("task-3")
    void a_refused_request_is_told_with_its_URL(Stage stage) {
        oneOfThemFails(stage, Fate.REFUSED);
    }

    @Test
    @Order(4)
    @Tag("task-3")
    void only_200_is_a_reply(Stage stage) {
        oneOfThemFails(stage, Fate.NOT_READY);
    }

    @Test
    @Order(5)
    @Tag("task-3")
    void a_cut_connection_is_told_with_its_URL(Stage stage) {
        oneOfThemFails(stage, Fate.CUT);
    }

    private static void oneOfThemFails(Stage stage, Fate fate) {
        List<Integer> seconds = new ArrayList<>(delays(stage, 4));
        // Neither the first nor the last, and neither the first nor the last to end: whoever always names such a one
        // must not be right by luck.
        int troubled = seconds.stream().sorted().toList().get(1 + stage.random().nextInt(2));
        Collections.swap(seconds, 1 + stage.random().nextInt(2), seconds.indexOf(troubled));
        stage.rightAnswer(DelayServer.together(seconds));
        try (DelayServer server = new DelayServer(stage.clock(), seconds, troubled, fate)) {
            Play play = play(stage, pullAll(stage, server, seconds), pendingWithout(seconds.size()));

            new Trouble(stage, play, server, seconds, troubled, fate).wasTold();
            usedTheGivenClient(stage, server);
        }
    }

    @Test
    @Order(6)
    @Tag("task-1")
    void ten_two_and_five_seconds_take_ten(Stage stage) {
        List<Integer> seconds = List.of(10, 2, 5);
        stage.rightAnswer(DelayServer.together(seconds));
        List<DelayServer> servers = Collections.synchronizedList(new ArrayList<>());
        try {
            // 10 of the lesson's seconds are 5 units; one after another they are 17, so 8.5.
            stage.clockLaw("Your three requests", 5, 8.2, clock -> {
                DelayServer server = new DelayServer(clock, seconds);
                servers.add(server);
                clock.start();
                return () -> PullAsync.pullAll(server.client(), server.uri(), seconds);
            });
        } finally {
            servers.forEach(DelayServer::close);
        }
    }

    @Test
    @Order(7)
    @Tag("task-1")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(PullAsync.class).neverSleeps();
    }

    private static Call<List<String>> pullAll(Stage stage, DelayServer server, List<Integer> seconds) {
        return stage.call("pullAll", () -> PullAsync.pullAll(server.client(), server.uri(), seconds));
    }

    /** A request needs a moment to reach the server, and an answer that does not wait is done before that. */
    private static Play play(Stage stage, Call<?> call, int... pendingAtStep) {
        stage.until(() -> stage.clock().pending() > 0 || call.failure().isPresent());
        return stage.play(call, pendingAtStep);
    }

    /** Different delays between 1 and 12 seconds, in any order. */
    private static List<Integer> delays(Stage stage, int count) {
        List<Integer> all = new ArrayList<>(IntStream.rangeClosed(1, 12).boxed().toList());
        Collections.shuffle(all, stage.random());
        return List.copyOf(all.subList(0, count));
    }

    /** So many are pending at first, and one fewer after each reply. */
    private static int[] pendingWithout(int count) {
        return IntStream.range(0, count).map(i -> count - i).toArray();
    }
}
