package kata.server.test;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import kata.server.AsyncHandler;
import kata.server.given.Request;
import kata.server.given.Response;
import kata.server.given.WorkerServer;
import kata.testkit.Playback;
import kata.testkit.evidence.PlatformThreads;
import kata.testkit.time.RealClock;

/**
 * Six users and three workers, then six users and your handler, then a thousand users; all of it over real HTTP.
 * {@code kata run 12} plays it; with {@code --serve} both servers stay up for a load tool.
 */
public final class Demo {
    private static final List<String> NAMES = List.of("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn");

    private Demo() {}

    private interface Server {
        CompletableFuture<Response> handle(Request request, SlowDb db);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("--serve")) {
            Serve.on(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8080);
            return;
        }
        warmUp();
        Playback.ofUnit(10)
                .then("Three workers: the fourth user waits 10 seconds before anything happens", sixUsers(null))
                .then("Yours", sixUsers(AsyncHandler::handle))
                .play();
        aThousandUsers();
    }

    /** @param yours null for three workers */
    private static Function<RealClock, Callable<?>> sixUsers(Server yours) {
        List<Visitor> visitors = Visitor.ofTheLesson(NAMES);
        return clock -> () -> {
            SlowDb db = new SlowDb(clock, visitors, true);
            try (WorkerServer three = new WorkerServer(3, db.blocking());
                    HttpFront front =
                            new HttpFront(0, yours == null ? three::handle : request -> yours.handle(request, db));
                    Browsers browsers = new Browsers()) {
                visitors.forEach(visitor -> clock.recorder().mark(visitor.lane(), "arrives"));
                browsers.sendAll(
                                visitors,
                                front,
                                (visitor, body) -> clock.recorder().mark(visitor.lane(), "gets " + body))
                        .join();
            }
            return null;
        };
    }

    /** A run too fast to be seen, so that loading classes does not count as waiting for a worker. */
    private static void warmUp() throws Exception {
        try (RealClock clock = new RealClock(1)) {
            sixUsers(null).apply(clock).call();
        }
    }

    private static void aThousandUsers() throws Exception {
        List<Visitor> visitors = Visitor.crowd(1000, NAMES, new Random(12));
        PlatformThreads platform = new PlatformThreads();
        AtomicInteger right = new AtomicInteger();
        try (RealClock clock = new RealClock(RealClock.UNIT_MILLIS)) {
            SlowDb db = new SlowDb(clock, visitors);
            try (HttpFront front = new HttpFront(0, request -> AsyncHandler.handle(request, db));
                    Browsers browsers = new Browsers()) {
                clock.start();
                CompletableFuture<Void> all = browsers.sendAll(visitors, front, (visitor, body) -> {
                    if (visitor.response().body().equals(body)) {
                        right.incrementAndGet();
                    }
                });
                int threads = mostThreads(platform, all);
                double second = RealClock.UNIT_MILLIS / 1000.0;
                say(
                        "%nYours, a thousand users at once, each of whom waits %.1f s for the database (real time):",
                        second);
                say(
                        "  %d right replies after %.1f s; the server had %d threads at most.",
                        right.get(), clock.now() * second, threads);
                say("  (Much of that goes into a thousand connections: the browsers are on this machine too.)");
                say("  Three workers would need %.0f s for them.", Math.ceil(1000 / 3.0) * second);
            }
        } catch (ExecutionException problem) {
            if (!(problem.getCause() instanceof UnsupportedOperationException)) {
                throw problem;
            }
        }
    }

    /** How many threads there were at most until all was done, without those of the browsers. */
    private static int mostThreads(PlatformThreads platform, CompletableFuture<Void> all) throws Exception {
        int most = 0;
        while (true) {
            most = Math.max(most, (int) platform.started().stream()
                    .filter(thread -> !thread.getName().startsWith("browsers-")
                            && !thread.getName().startsWith("HttpClient-"))
                    .count());
            try {
                all.get(20, TimeUnit.MILLISECONDS);
                return most;
            } catch (TimeoutException notYet) {
                // Count again.
            }
        }
    }

    private static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
