package kata.eventloop.given;

import java.io.IOException;
import java.nio.channels.Selector;

/** The time in which a loop lives, and the one place where it waits. Given: do not change it. */
public interface Time {

    /** Nanoseconds since some moment, which may lie ahead; while a loop runs they only grow, and do not overflow. */
    long now();

    /**
     * Waits until a channel of the selector has something to read, or until so many nanoseconds have passed. That
     * holds the calling thread and costs no processor time. Then the keys of such channels are in
     * {@link Selector#selectedKeys()}, and stay in there until you take them out.
     *
     * @param nanos 0 only looks and does not wait; less than 0 waits however long it takes, but comes back at once
     *     where no open channel is registered
     */
    void select(Selector selector, long nanos) throws IOException;
}
