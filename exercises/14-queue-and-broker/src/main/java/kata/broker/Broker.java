package kata.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.broker.given.Consumer;
import kata.broker.given.Producer;
import kata.broker.given.Stats;

/**
 * Put a queue between those who make work and those who do it.
 * Check it with {@code ./kata check 14}, or {@code mvn test} in this folder.
 */
public final class Broker {
    private Broker() {}

    /**
     * Carries every message of every producer to one of the consumers, through a queue that holds at most
     * {@code capacity} messages; each producer and each consumer may have one more in hand. All producers and all
     * consumers work at the same time. Returns at once. A message that is poison to its consumer is put aside.
     *
     * <p>Producers and consumers block: they need threads, which must not be those of the common pool, and which have
     * ended soon after the future has completed.
     *
     * @return a future that completes when every producer has no more and every message is handled or put aside
     */
    public static CompletableFuture<Stats> run(List<Producer> producers, List<Consumer> consumers, int capacity) {
        // TODO: let producers fill a bounded queue and consumers empty it, and tell the consumers when to stop.
        throw new UnsupportedOperationException("TODO: run carries messages through a bounded queue");
    }
}
