package kata.broker.test;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import kata.broker.Broker;
import kata.broker.given.Consumer;
import kata.broker.given.Message;
import kata.broker.given.Producer;
import kata.broker.given.Stats;
import kata.testkit.Call;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.time.HandClock;

/** A run that has begun before another one, and whose queue is full while that goes on: its own time stands still. */
final class OtherRun {
    private static final Cause SHARED_QUEUE = new Cause(
            "shared-queue",
            "two runs shared one queue",
            "make the queue, and whatever else a run needs, inside run: what is static belongs to all runs at once",
            // Before what comes of it: messages that are lost, consumers that wait for ever.
            Causes.LOST_RESULT.rank() - 2);
    private static final String PRODUCER = "Q1";
    private static final int MESSAGES = 6;
    private static final int CAPACITY = 2;

    private final Stage stage;
    private final HandClock clock;
    private final AtomicInteger made = new AtomicInteger();
    private final Queue<Message> begun = new ConcurrentLinkedQueue<>();
    private final Call<Stats> call;

    OtherRun(Stage stage) {
        this.stage = stage;
        this.clock = stage.anotherClock();
        Producer producer = () ->
                made.get() == MESSAGES ? Optional.empty() : Optional.of(new Message(PRODUCER, made.incrementAndGet()));
        Consumer consumer = message -> {
            begun.add(message);
            clock.block("D1", "handle", 1);
        };
        this.call = stage.call("run", () -> Broker.run(List.of(producer), List.of(consumer), CAPACITY));
        // One message is in the consumer's hands, and the queue is full.
        stage.until(() -> (clock.pending() == 1 && made.get() > CAPACITY) || call.isDone());
    }

    /** Neither run's consumers got a message of the other's producers. */
    void keptItsMessages(Market market) {
        clock.letGo();
        List<Message> astray = market.begun().stream()
                .filter(message -> message.producer().equals(PRODUCER))
                .toList();
        if (!astray.isEmpty()) {
            throw sharedQueue(astray.get(0) + ", which a producer of the first had made, was handled by a consumer of"
                    + " the second.");
        }
        Optional<Message> stolen = begun.stream()
                .filter(message -> !message.producer().equals(PRODUCER))
                .findFirst();
        if (stolen.isPresent()) {
            throw sharedQueue(stolen.get() + ", which a producer of the second had made, was handled by a consumer of"
                    + " the first.");
        }
    }

    /** Now that its time goes on, it ends as if it had been alone. */
    void ended() {
        stage.until(call::isDone);
        if (!call.isDone()) {
            throw sharedQueue("The second ended, and the first never did: " + begun.size() + " of its " + MESSAGES
                    + " messages were handled.");
        }
        if (!new Stats(MESSAGES, List.of()).equals(call.value())) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("count in variables of this run, not in static ones"),
                    "Two runs went on at the same time. In the first " + MESSAGES
                            + " messages were handled; its stats say " + call.value() + ".");
        }
    }

    private KataFailure sharedQueue(String happened) {
        return stage.failure(SHARED_QUEUE, "Two runs went on at the same time. " + happened);
    }
}
