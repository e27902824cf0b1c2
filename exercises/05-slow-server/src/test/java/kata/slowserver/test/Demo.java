package kata.slowserver.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import kata.slowserver.PullAsync;
import kata.slowserver.given.PullSync;
import kata.testkit.Playback;
import kata.testkit.time.RealClock;

/** Delays of 10, 2 and 5 seconds: first one after another, then yours. {@code kata run 05} plays it. */
public final class Demo {
    private static final List<Integer> SECONDS = List.of(10, 2, 5);

    private Demo() {}

    public static void main(String[] arguments) {
        List<DelayServer> servers = new ArrayList<>();
        Function<RealClock, DelayServer> open = clock -> {
            DelayServer server = new DelayServer(clock, SECONDS);
            servers.add(server);
            // The first request of a program takes much longer than the others, and would tell nothing.
            PullSync.pull(server.client(), server.uri(0));
            clock.start();
            return server;
        };
        Playback.ofUnit(1 / DelayServer.SECOND)
                .then("The synchronous twin", clock -> twin(open.apply(clock)))
                .then("Yours", clock -> yours(open.apply(clock)))
                .play();
        servers.forEach(DelayServer::close);
    }

    private static Callable<?> twin(DelayServer server) {
        return () -> PullSync.pullAll(server.client(), server.uri(), SECONDS);
    }

    private static Callable<?> yours(DelayServer server) {
        return () -> PullAsync.pullAll(server.client(), server.uri(), SECONDS);
    }
}
