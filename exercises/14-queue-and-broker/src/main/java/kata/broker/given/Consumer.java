package kata.broker.given;

/** Handles messages, one at a time. Given: do not change it. */
@FunctionalInterface
public interface Consumer {

    /**
     * Blocks until the message is handled. Only one thread at a time may ask.
     *
     * @throws PoisonException if this message cannot be handled; the next one can
     */
    void handle(Message message) throws InterruptedException;
}
