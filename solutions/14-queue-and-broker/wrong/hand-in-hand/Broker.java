// Diagnosis: ran-one-after-another
// One thread for everything: no consumer works while another does.
package kata.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import kata.broker.given.BrokerSync;
import kata.broker.given.Consumer;
import kata.broker.given.Producer;
import kata.broker.given.Stats;

public final class Broker {
    public static CompletableFuture<Stats> run(List<Producer> producers, List<Consumer> consumers, int capacity) {
        CompletableFuture<Stats> ended = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                AtomicInteger turn = new AtomicInteger();
                Consumer inTurn = message ->
                        consumers.get(turn.getAndIncrement() % consumers.size()).handle(message);
                ended.complete(BrokerSync.run(producers, List.of(inTurn)));
            } catch (InterruptedException stopped) {
                ended.completeExceptionally(stopped);
            }
        });
        return ended;
    }
}
