package kata.broker.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kata.broker.Broker;
import kata.broker.given.Message;
import kata.broker.given.Stats;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.rules.AsyncRules;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class BrokerTest {
    private static final Cause NO_QUEUE = new Cause(
            "no-queue",
            "producers waited though the queue had room",
            "let a producer put its message into the queue and go on; a SynchronousQueue has no room at all",
            102);

    @Test
    @Order(1)
    @Tag("task-1")
    void all_consumers_work_at_the_same_time(Stage stage) {
        int consumers = 2 + stage.random().nextInt(3);
        Market market = new Market(stage.clock(), List.of(consumers, consumers, consumers), 0, 1, Set.of());
        stage.rightAnswer(busy(consumers, 3));

        Call<Stats> call = run(stage, market, consumers, 4);
        Play play = stage.play(call, times(3, consumers));

        ended(play, market, stage);
        List<String> lanes =
                IntStream.rangeClosed(1, consumers).mapToObj(i -> "C" + i).toList();
        if (play.timeline().peak() > 1) {
            // Before they are counted: how many loops run at once on a blocked common pool depends on the JDK.
            assertThat(play, "consumers").leftTheCommonPoolFree();
        }
        if (play.timeline().peak() == 1) {
            throw stage.failure(
                    Causes.RAN_ONE_AFTER_ANOTHER.advising(
                            "give each producer and each consumer a loop and a thread of its own"),
                    "Never did two consumers work at the same time: while one handled a message everybody else stood still.",
                    play.waiting().toArray(Sighting[]::new));
        }
        assertThat(play, "consumers")
                .allAtOnce(lanes)
                .leftTheCommonPoolFree()
                .returnedAtOnce()
                .waitedForAll();
        eachOnce(market, stage);
        leftNothing(market, stage);
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void messages_of_one_producer_are_handled_in_their_order(Stage stage) {
        // With one consumer the order in which messages are handled is the order in which they left the queue.
        List<Integer> messages =
                List.of(2 + stage.random().nextInt(3), 2 + stage.random().nextInt(3));
        Market market = new Market(stage.clock(), messages, 0, 1, Set.of());
        int total = market.all().size();
        stage.rightAnswer(busy(1, total));

        Call<Stats> call = run(stage, market, 1, 2);
        Play play = stage.play(call, times(total, 1));

        ended(play, market, stage);
        eachOnce(market, stage);
        for (int i = 0; i < messages.size(); i++) {
            String producer = Market.producerName(i);
            List<Integer> numbers = market.begun().stream()
                    .filter(message -> message.producer().equals(producer))
                    .map(Message::number)
                    .toList();
            if (!numbers.equals(numbers.stream().sorted().toList())) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising("use a queue that gives back first what came first"),
                        "The messages of " + producer + " were handled in the order " + numbers
                                + "; a queue keeps the order in which they were made.");
            }
        }
    }

    @Test
    @Order(3)
    @Tag("task-2")
    void fast_producers_wait_when_the_queue_is_full(Stage stage) {
        int capacity = 4 + stage.random().nextInt(3);
        Market market = new Market(stage.clock(), List.of(10, 10), 0, 1, Set.of());
        stage.rightAnswer(busy(2, 10));

        Call<Stats> call = run(stage, market, 2, capacity);
        Play play = stage.play(call, times(10, 2));

        ended(play, market, stage);
        eachOnce(market, stage);
        int inHands = 2 + 2;
        if (market.deepest().get() > capacity + inHands) {
            throw stage.failure(
                    Causes.UNBOUNDED.advising("give the queue its capacity, and let put() wait when it is full"),
                    "Up to " + market.deepest().get() + " messages were made and not yet handled; the queue holds "
                            + capacity + ", and " + inHands
                            + " more may be in somebody's hands. Slow consumers must slow the producers down.");
        }
        if (market.deepest().get() < capacity) {
            throw stage.failure(
                    NO_QUEUE,
                    "The queue holds " + capacity + " messages, but never more than "
                            + market.deepest().get()
                            + " were made ahead: the producers stood still though there was room.");
        }
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void consumers_wait_for_slow_producers_without_spinning(Stage stage) {
        Market market = new Market(stage.clock(), List.of(2, 2), 1, 0, Set.of());
        stage.rightAnswer(Timeline.ideal()
                .with("P1", Span.Kind.BLOCKED, 0, 1)
                .with("P1", Span.Kind.BLOCKED, 1, 2)
                .with("P2", Span.Kind.BLOCKED, 0, 1)
                .with("P2", Span.Kind.BLOCKED, 1, 2));

        Call<Stats> call = run(stage, market, 3, 4);
        Play play = stage.play(call, 2, 2);

        ended(play, market, stage);
        assertThat(play, "producers").leftTheCommonPoolFree().allAtOnce(List.of("P1", "P2"));
        eachOnce(market, stage);
        leftNothing(market, stage);
    }

    @Test
    @Order(5)
    @Tag("task-3")
    void a_poison_message_is_put_aside_and_the_others_are_handled(Stage stage) {
        int consumers = 2;
        Market plain = new Market(stage.clock(), List.of(3, 4), 0, 0, Set.of());
        List<Message> all = plain.all();
        // More poison than consumers: if each of them dies of one, nobody is left.
        Set<Message> poison = new HashSet<>();
        while (poison.size() < consumers + 1) {
            poison.add(all.get(stage.random().nextInt(all.size())));
        }
        Market market = new Market(stage.clock(), List.of(3, 4), 0, 0, poison);

        Call<Stats> call = run(stage, market, consumers, 2);
        Play play = stage.play(call);

        if (!call.isDone() && market.begun().size() < all.size()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "catch the PoisonException around handle, put the message aside and go on"),
                    "After " + market.begun().stream().filter(poison::contains).count() + " of " + poison.size()
                            + " poison messages nobody went on: "
                            + (all.size() - market.begun().size())
                            + " messages were never handled.");
        }
        ended(play, market, stage);
        eachOnce(market, stage);
        Stats stats = call.value();
        if (stats == null || stats.handled() != all.size() - poison.size()) {
            throw stage.failure(
                    Causes.WRONG_RESULT,
                    (all.size() - poison.size()) + " messages were handled and " + poison.size()
                            + " put aside; your stats say " + stats + ".");
        }
        if (stats.deadLetters() == null
                || stats.deadLetters().size() != poison.size()
                || !poison.containsAll(stats.deadLetters())) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising("put each poison message into the list of dead letters"),
                    "The dead letters should be " + poison + "; yours are " + stats.deadLetters() + ".");
        }
    }

    @Test
    @Order(6)
    @Tag("task-1")
    void eight_messages_and_four_consumers_take_as_long_as_two(Stage stage) {
        stage.rightAnswer(busy(4, 2));
        stage.clockLaw("Eight messages with four consumers", 2, 3.5, clock -> {
            Market market = new Market(clock, List.of(4, 4), 0, 1, Set.of());
            return () -> Broker.run(market.producers(), market.consumers(4), 3);
        });
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(Broker.class).neverSleeps();
    }

    private static Call<Stats> run(Stage stage, Market market, int consumers, int capacity) {
        return stage.call("run", () -> Broker.run(market.producers(), market.consumers(consumers), capacity));
    }

    /** It ended; if not, because consumers still wait for messages that will never come. */
    private static void ended(Play play, Market market, Stage stage) {
        if (play.stuck()
                && play.spinner().isEmpty()
                && market.begun().size() == market.all().size()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "tell every consumer that there is no more: one sign stops only one of them"),
                    "Every message was handled, but run never ended: somebody still waits for more.");
        }
        if (play.spinner().isPresent()) {
            throw stage.failure(
                    Causes.BUSY_WAIT.advising(
                            "wait with take(), which holds no processor, instead of asking with poll()"),
                    play.spinner().get().method() + "() asked the empty queue again and again for a message, and kept a"
                            + " processor busy with it.",
                    play.spinner().get());
        }
        assertThat(play, "messages").finished();
    }

    private static void eachOnce(Market market, Stage stage) {
        List<Message> seen = new ArrayList<>(market.begun());
        List<Message> missing = new ArrayList<>(market.all());
        seen.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw stage.failure(
                    Causes.LOST_RESULT.advising("put() waits until there is room; offer() and add() do not"),
                    missing.size() + " of " + market.all().size() + " messages were never handled, " + missing.get(0)
                            + " for one.");
        }
        if (seen.size() > market.all().size()) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("let each message go to one consumer only"),
                    market.all().size() + " messages were made, and " + seen.size() + " handled: some of them twice.");
        }
    }

    private static void leftNothing(Market market, Stage stage) {
        stage.until(() -> market.alive() == 0);
        if (market.alive() > 0) {
            throw stage.failure(
                    Causes.LEAKED_THREADS, "The future was complete, but " + market.alive() + " threads lived on.");
        }
    }

    private static Timeline busy(int consumers, int rounds) {
        Timeline timeline = Timeline.ideal();
        for (int consumer = 1; consumer <= consumers; consumer++) {
            for (int round = 0; round < rounds; round++) {
                timeline = timeline.with("C" + consumer, Span.Kind.BLOCKED, round, round + 1);
            }
        }
        return timeline;
    }

    private static int[] times(int steps, int pending) {
        int[] all = new int[steps];
        Arrays.fill(all, pending);
        return all;
    }
}
