package kata.broker.test;

import static kata.testkit.PlayAssert.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleSupplier;
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
import kata.testkit.evidence.Watch;
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
    private static final Cause HOME_TOO_EARLY = new Cause(
            "home-too-early",
            "consumers went home too early",
            "let the consumers go home only when ALL producers have ended, not when the first has",
            // Whether some of the messages are lost as well, or put() waits for ever, is a matter of luck.
            Causes.LOST_RESULT.rank() - 1);
    private static final Cause ASKS_IN_VAIN = new Cause(
            Causes.BUSY_WAIT.id(),
            Causes.BUSY_WAIT.title(),
            "wait with take() and put(), which hold no processor, instead of asking the queue again and again",
            // Before the rule against sleeping: who rests for a nanosecond between two looks is busy all the same.
            Causes.BLOCKING_CALL.rank() - 1);
    /** Far more than starting the threads costs, and soon used up by who asks without a rest. */
    private static final double IDLE_SECONDS = 0.5;
    /** Of one processor. Three that look every 20 ms use a third of it; who spins gets more on a crowded machine, too. */
    private static final double IDLE_SHARE = 0.1;

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
        eachOnce(market, call, stage);
        leftNothing(market, stage);
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void messages_of_one_producer_are_handled_in_their_order(Stage stage) {
        // With one consumer the order in which messages are handled is the order in which they left the queue.
        // One producer ends long before the other: that is no reason for the consumer to go home.
        List<Integer> messages = new ArrayList<>(List.of(1, 11 + stage.random().nextInt(2)));
        Collections.shuffle(messages, stage.random());
        Market market = new Market(stage.clock(), messages, 0, 1, Set.of());
        int total = market.all().size();
        stage.rightAnswer(busy(1, total));

        Call<Stats> call = run(stage, market, 1, 3);
        // So that two of one producer stand in the queue when the first is handled, however slow the producers are.
        stage.until(() -> market.underWay().get() >= 3 + 1 || call.isDone());
        Play play = stage.play(call, times(total, 1));

        ended(play, market, stage);
        eachOnce(market, call, stage);
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
        // With three consumers two are in step, even if each takes two messages at a time.
        Market market = new Market(stage.clock(), List.of(12, 12), 0, 1, Set.of());
        stage.rightAnswer(busy(3, 8));

        OtherRun other = new OtherRun(stage);
        Call<Stats> call = run(stage, market, 3, capacity);
        Play play = stage.play(call, times(8, 3));

        other.keptItsMessages(market);
        ended(play, market, stage);
        eachOnce(market, call, stage);
        filledTheQueue(market, capacity, stage);
        other.ended();
    }

    /** Of two producers and three consumers. */
    private static void filledTheQueue(Market market, int capacity, Stage stage) {
        int inHands = 2 + 3;
        // One more may be in the hands of a thread of the broker's own.
        if (market.deepest().get() > capacity + inHands + 1) {
            throw stage.failure(
                    Causes.UNBOUNDED.advising(
                            "give the queue its capacity and no more, let put() wait when it is full, and take"
                                    + " a message only when the one before is handled"),
                    "Up to " + market.deepest().get() + " messages were made and not yet handled; the queue holds "
                            + capacity + ", and each of the " + inHands
                            + " producers and consumers may have one more in hand. Slow consumers must slow the producers down.");
        }
        int ahead = market.deepest().get() - 3;
        if (ahead < capacity) {
            throw stage.failure(
                    NO_QUEUE,
                    "The queue holds " + capacity + " messages, but never more than " + ahead
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
        costsNothingMeanwhile(stage, call);
        Play play = stage.play(call, 2, 2);

        ended(play, market, stage);
        assertThat(play, "producers").leftTheCommonPoolFree().allAtOnce(List.of("P1", "P2"));
        eachOnce(market, call, stage);
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
        eachOnce(market, call, stage);
        Stats stats = call.value();
        if (stats.deadLetters() == null
                || stats.deadLetters().size() != poison.size()
                || !poison.containsAll(stats.deadLetters())) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising("put each poison message into the list of dead letters"),
                    "The dead letters should be " + poison + "; yours are " + stats.deadLetters() + ".");
        }
        endsWithoutProducers(stage, market);
    }

    /** The end is clean, too, if there is nothing to do at all. */
    private static void endsWithoutProducers(Stage stage, Market market) {
        Call<Stats> call = stage.call("run", () -> Broker.run(List.of(), market.consumers(2), 2));
        stage.until(call::isDone);
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "do not wait for the last producer to end: there may be none; allOf of nothing is done"),
                    "Without any producer run never ended: no producer has any more, and every message is handled.");
        }
        if (!new Stats(0, List.of()).equals(call.value())) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("count in variables of this run, not in static ones"),
                    "Without any producer your stats say " + call.value() + ".");
        }
    }

    /** While both producers are at work and the queue is empty, consumers have nothing to do, and do nothing. */
    private static void costsNothingMeanwhile(Stage stage, Call<Stats> call) {
        if (stage.until(() -> stage.clock().pending() >= 2 || call.isDone()) != Watch.End.MET || call.isDone()) {
            return;
        }
        long since = System.nanoTime();
        double before = processorSeconds();
        DoubleSupplier used = () -> processorSeconds() - before;
        Watch.End end = stage.watchFor(() -> used.getAsDouble() >= IDLE_SECONDS
                && used.getAsDouble() >= IDLE_SHARE * (System.nanoTime() - since) / 1e9);
        if (end == Watch.End.MET) {
            throw stage.failure(
                    ASKS_IN_VAIN,
                    String.format(
                            Locale.ROOT,
                            "While the producers made their first messages your consumers had nothing to do, and used"
                                    + " %.1f seconds of a processor within %.1f seconds. They asked the empty queue"
                                    + " again and again.",
                            used.getAsDouble(),
                            (System.nanoTime() - since) / 1e9),
                    stage
                            .threads()
                            .virtualSpinner()
                            // Producers wait in the market, as they should.
                            .or(() -> stage.threads().waiting().stream()
                                    .filter(line -> !line.call().startsWith("Market"))
                                    .findFirst())
                            .stream()
                            .toArray(Sighting[]::new));
        }
    }

    /** What all threads but the test's own have used so far. */
    private static double processorSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                        .filter(id -> id != Thread.currentThread().threadId())
                        .map(threads::getThreadCpuTime)
                        .filter(nanos -> nanos > 0)
                        .sum()
                / 1e9;
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
                    ASKS_IN_VAIN,
                    play.spinner().get().method() + "() asked the queue again and again, for a message or for room, and"
                            + " kept a processor busy with it.",
                    play.spinner().get());
        }
        if (play.stuck() && market.someEndedEarly()) {
            throw stage.failure(
                    HOME_TOO_EARLY,
                    String.join(", ", market.ended()) + " had no more messages, and from then on nobody took those of"
                            + " the others: "
                            + (market.all().size() - market.begun().size()) + " of "
                            + market.all().size() + " were never handled, and run never ended.",
                    play.waiting().toArray(Sighting[]::new));
        }
        assertThat(play, "messages").finished();
    }

    /** Each message was handled once, and counted once. */
    private static void eachOnce(Market market, Call<Stats> call, Stage stage) {
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
        int good = market.all().size() - market.poison().size();
        Stats stats = call.value();
        if (stats == null || stats.handled() != good) {
            int counted = stats == null ? 0 : stats.handled();
            throw stage.failure(
                    Causes.WRONG_RESULT.advising(
                            counted > market.all().size()
                                    ? "count in variables of this run: a static one keeps what was counted before"
                                    : counted > good
                                            ? "a dead letter was not handled: count after handle has come back, not in"
                                                    + " a finally"
                                            : "count each message that was handled, with an AtomicInteger for"
                                                    + " example: several consumers count at once"),
                    good + " messages were handled and " + market.poison().size() + " put aside; your stats say "
                            + stats + ".");
        }
    }

    private static void leftNothing(Market market, Stage stage) {
        stage.until(() -> market.alive().isEmpty());
        Set<Thread> alive = market.alive();
        if (!alive.isEmpty()) {
            throw stage.failure(
                    Causes.LEAKED_THREADS,
                    "The future was complete, but " + alive.size()
                            + (alive.size() == 1 ? " thread" : " threads") + " lived on"
                            + alive.stream()
                                    .map(Thread::getName)
                                    .filter(name -> !name.isEmpty())
                                    .findFirst()
                                    .map(name -> ": " + name + (alive.size() == 1 ? "" : " for one"))
                                    .orElse("")
                            + ".");
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
