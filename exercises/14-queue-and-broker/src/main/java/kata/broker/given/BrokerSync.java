package kata.broker.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The synchronous twin: producer and consumer hold hands; while one works the other waits. Given, to compare with. */
public final class BrokerSync {
    private BrokerSync() {}

    /**
     * Asks one producer after the other, and has the first consumer handle each message before it asks for the next.
     */
    public static Stats run(List<Producer> producers, List<Consumer> consumers) throws InterruptedException {
        int handled = 0;
        List<Message> deadLetters = new ArrayList<>();
        for (Producer producer : producers) {
            for (Optional<Message> next = producer.next(); next.isPresent(); next = producer.next()) {
                try {
                    consumers.get(0).handle(next.get());
                    handled++;
                } catch (PoisonException poison) {
                    deadLetters.add(next.get());
                }
            }
        }
        return new Stats(handled, deadLetters);
    }
}
