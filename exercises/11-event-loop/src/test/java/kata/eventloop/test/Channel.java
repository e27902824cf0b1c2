package kata.eventloop.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicInteger;
import kata.eventloop.EventLoop;

/** A pipe: the test writes at one end, the loop watches the other. */
final class Channel {
    private final World world;
    private final Pipe pipe;
    private final AtomicInteger inVain = new AtomicInteger();
    private final AtomicInteger afterTheEnd = new AtomicInteger();

    Channel(World world) {
        this.world = world;
        try {
            pipe = Pipe.open();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** At this time these words come. */
    void comes(double at, String text) {
        world.plan(at, () -> write(text));
    }

    void write(String text) {
        try {
            pipe.sink().write(ByteBuffer.wrap(text.getBytes()));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** At this time nothing more can come. */
    void ends(double at) {
        world.plan(at, this::close);
    }

    /** Nothing more is read from now on. */
    void stops() {
        try {
            pipe.source().close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void close() {
        try {
            pipe.sink().close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Watches the channel: reads all that is there, and closes it at its end. */
    void watchedBy(EventLoop loop) throws IOException {
        loop.watch(pipe.source(), this::read);
    }

    /** What a loop can watch by a callback of another kind. */
    SelectableChannel source() {
        return pipe.source();
    }

    /** As above, and then does this. */
    void watchedBy(EventLoop loop, Runnable then) throws IOException {
        loop.watch(pipe.source(), () -> {
            read();
            then.run();
        });
    }

    private void read() {
        if (!isOpen()) {
            afterTheEnd.incrementAndGet();
            return;
        }
        try {
            ByteBuffer bytes = ByteBuffer.allocate(64);
            int count = pipe.source().read(bytes);
            if (count < 0) {
                pipe.source().close();
            } else if (count == 0) {
                inVain.incrementAndGet();
            } else {
                world.ran(new String(bytes.array(), 0, count));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** How often the callback ran though there was nothing to read. */
    int inVain() {
        return inVain.get();
    }

    /** How often it ran though the channel was closed. */
    int afterTheEnd() {
        return afterTheEnd.get();
    }

    boolean isOpen() {
        return pipe.source().isOpen();
    }
}
