package kata.fakeasync.test;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kata.fakeasync.RealAsync;
import kata.fakeasync.given.BlockingClient;
import kata.fakeasync.given.FakeAsync;
import kata.fakeasync.given.PullAll;
import kata.testkit.Loop;
import kata.testkit.Playback;
import kata.testkit.evidence.Threads;
import kata.testkit.time.RealClock;

/**
 * The lesson as it is told: three requests of 10, 2 and 5 seconds, first one after another, then by a method that is
 * asynchronous in name, then by yours. {@code kata run 07} plays it.
 */
public final class Demo {
    private Demo() {}

    private interface Program {
        CompletableFuture<?> run(BlockingClient client, List<URI> uris) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        try (Io io = new Io()) {
            Program twin = (client, uris) -> CompletableFuture.completedFuture(PullAll.oneByOne(client, uris));
            Program fake = (client, uris) -> PullAll.together(uri -> FakeAsync.pull(client, uri, io), uris);
            Program yours = (client, uris) -> PullAll.together(uri -> RealAsync.pull(client, uri, io), uris);
            warmUp(io, twin);
            warmUp(io, fake);
            Playback.ofUnit(1 / Request.SECOND)
                    .then("The synchronous twin: 17 seconds, and the loop's heart stands still", onALoop(io, twin))
                    .then("The fake: futures everywhere, and still 17 seconds", onALoop(io, fake))
                    .then("Yours", onALoop(io, yours))
                    .play();
        }
    }

    /** A run too fast to be seen, so that loading classes does not count as waiting for the server. */
    private static void warmUp(Io io, Program program) throws Exception {
        try (RealClock clock = new RealClock(1)) {
            ((CompletableFuture<?>) onALoop(io, program).apply(clock).call()).join();
        }
    }

    /** Runs the program on a loop; what comes back ends when the program's own future has. */
    private static Function<RealClock, Callable<?>> onALoop(Io io, Program program) {
        return clock -> () -> {
            SlowClient client = new SlowClient(clock, io, Request.LESSON);
            Loop loop = new Loop(clock, new Threads(RealAsync.class.getPackageName()));
            return CompletableFuture.supplyAsync(() -> started(program, client), loop)
                    .thenCompose(future -> future)
                    .whenComplete((value, problem) -> loop.close());
        };
    }

    private static CompletableFuture<?> started(Program program, BlockingClient client) {
        try {
            return program.run(client, Request.uris(Request.LESSON));
        } catch (Exception problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
