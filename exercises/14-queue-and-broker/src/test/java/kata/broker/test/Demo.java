package kata.broker.test;

import java.util.List;
import java.util.Set;
import kata.broker.Broker;
import kata.broker.given.BrokerSync;
import kata.broker.given.Message;
import kata.testkit.Playback;
import kata.testkit.time.RealClock;

/**
 * Two producers, three consumers, one poison message: hand in hand, then through a queue. {@code kata run 14} plays
 * it.
 */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        Playback.ofUnit(1)
                .then("The synchronous twin: producer and consumer hold hands", clock -> {
                    Market market = market(clock);
                    return () -> BrokerSync.run(market.producers(), market.consumers(3));
                })
                .then("Yours: a queue for two between them", clock -> {
                    Market market = market(clock);
                    return () -> Broker.run(market.producers(), market.consumers(3), 2);
                })
                .play();
    }

    private static Market market(RealClock clock) {
        return new Market(clock, List.of(4, 4), 0.5, 1.5, Set.of(new Message("P1", 2)));
    }
}
