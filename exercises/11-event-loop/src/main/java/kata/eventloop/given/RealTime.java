package kata.eventloop.given;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;

/** The machine's own time. Given: do not change it. */
public final class RealTime implements Time {

    @Override
    public long now() {
        return System.nanoTime();
    }

    @Override
    public void select(Selector selector, long nanos) throws IOException {
        // This also forgets the channels that have been closed.
        if (selector.selectNow() > 0
                || nanos == 0
                || (nanos < 0 && selector.keys().isEmpty())) {
            return;
        }
        // A selector counts in milliseconds, and takes 0 for ever.
        selector.select(nanos < 0 ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999)));
    }
}
