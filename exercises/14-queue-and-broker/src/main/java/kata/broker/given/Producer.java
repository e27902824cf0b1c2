package kata.broker.given;

import java.util.Optional;

/** Makes messages, one at a time. Given: do not change it. */
@FunctionalInterface
public interface Producer {

    /**
     * Blocks until the next message is made. Only one thread at a time may ask.
     *
     * @return empty when there will be no more; do not ask again then
     */
    Optional<Message> next() throws InterruptedException;
}
