package kata.server.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kata.server.AsyncHandler;
import kata.server.given.DbException;
import kata.server.given.Response;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.PlatformThreads;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Span;

/** Sends the requests of all visitors at once, and says what only this lesson asks. */
final class Verdicts {
    private static final Cause THREAD_FOR_EACH_REQUEST = new Cause(
            "a-thread-for-each-request",
            "every request that waits holds a thread",
            "let no thread wait for the database: chain what comes next to its future, with thenCompose and thenApply",
            57);
    private static final Cause TOO_MANY_THREADS = new Cause(
            "too-many-threads",
            "more than four threads",
            "take a smaller pool, or none: what is to do between two queries is short, and whoever ends the query can do"
                    + " it",
            58);
    private static final Cause ORDERS_FOR_NOBODY = new Cause(
            "orders-for-nobody",
            "orders of somebody who does not exist",
            "ask for orders only if there is a user; if there is none, the 404 needs no second query",
            73);
    private static final Cause MIXED_UP = new Cause(
            "mixed-up-requests",
            "one request got in another one's way",
            "keep what belongs to a request in local variables: between two queries other requests run",
            72);

    private static final Cause IN_TURN = Causes.RAN_ONE_AFTER_ANOTHER.advising(
            "begin each request in its own call of handle: it must not depend on the ones before");
    private static final String LET_GO = "let no request wait for another: no pool whose threads wait with their"
            + " requests, no semaphore; chain what comes next to the database's future";

    private static final int MOST_THREADS = 4;

    private final Stage stage;
    private final SlowDb db;
    private final List<Visitor> visitors;
    private final List<CompletableFuture<Response>> futures = new ArrayList<>();

    Verdicts(Stage stage, List<Visitor> visitors) {
        this.stage = stage;
        this.visitors = visitors;
        this.db = new SlowDb(stage.clock(), visitors);
    }

    /** Sends every request on the loop, one right after the other; done when each has its response or failure. */
    Call<Void> sendAll() {
        return stage.call("handle", stage.loop(), () -> {
            visitors.forEach(visitor -> futures.add(handle(visitor, db)));
            return CompletableFuture.allOf(futures.stream()
                    .map(future -> future.handle((response, problem) -> null))
                    .toArray(CompletableFuture[]::new));
        });
    }

    static CompletableFuture<Response> handle(Visitor visitor, SlowDb db) {
        CompletableFuture<Response> future;
        try {
            future = AsyncHandler.handle(visitor.request(), db);
        } catch (RuntimeException problem) {
            if (Call.unwrap(problem) instanceof DbException failed) {
                // Who can throw this has waited for the database, and that is the mistake to be told of.
                return CompletableFuture.failedFuture(failed);
            }
            throw problem;
        }
        if (future == null) {
            throw new KataFailure(Causes.RETURNED_NULL, "handle returned null instead of a future.");
        }
        return future.exceptionallyCompose(problem -> CompletableFuture.failedFuture(translated(Call.unwrap(problem))));
    }

    /** The common pool replaces workers that wait in join, but not for ever. */
    private static Throwable translated(Throwable problem) {
        boolean full = problem instanceof RejectedExecutionException
                && String.valueOf(problem.getMessage()).startsWith("Thread limit exceeded");
        return full
                ? new KataFailure(
                        Causes.BLOCKED_THE_COMMON_POOL,
                        "Each request waited on a worker of the common pool. The JVM put a new thread in the place of"
                                + " each of them, and then refused: " + problem.getMessage() + ".")
                : problem;
    }

    /** Plays all requests, and looks at how they were waited for. */
    Verdicts played() {
        Play play = stage.play(sendAll(), Visitor.pendingAtStep(visitors));
        waitedWithoutThreads(play);
        List<Span> users = play.timeline().spans().stream()
                .filter(span -> span.what().equals("user"))
                .toList();
        int peak = play.timeline().peak(users::contains);
        if (users.size() == visitors.size() && peak < users.size()) {
            throw stage.failure(
                    peak == 1 ? IN_TURN : Causes.TOO_FEW_AT_ONCE.advising(LET_GO),
                    "Only " + peak + " of " + users.size() + " requests were ever under way at the same time: a request"
                            + " had to wait for another one to be over, perhaps for one of the same session.");
        }
        return this;
    }

    Verdicts waitedWithoutThreads(Play play) {
        assertThat(play, "requests")
                .finished()
                .leftTheLoopFree(stage.loop())
                .leftTheCommonPoolFree()
                .returnedAtOnce();
        if (!play.pendingWhenDone().isEmpty()) {
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising(
                            "return the future at the end of the chain: the one that the last query ends"),
                    "The future of handle was done while the database still worked on "
                            + play.pendingWhenDone().size() + (visitors.size() == 1 ? " query." : " queries."));
        }
        return this;
    }

    /** Lets so many moments come at which the database answers, as long as all requests are under way. */
    void answer(int moments) {
        for (int i = 0; i < moments && stage.clock().pending() >= visitors.size(); i++) {
            stage.advance();
            stage.until(() -> !stage.clock().completing() && stage.clock().pending() >= visitors.size());
        }
    }

    /**
     * Waits until all requests are under way; where they never are, tells who stands in the way.
     *
     * @param where what all of them are to have come to, as a message names it
     */
    void inFlight(Call<?> call, PlatformThreads platform, String where) {
        stage.until(() -> stage.clock().pending() >= visitors.size());
        int pending = stage.clock().pending();
        List<Thread> threads = platform.started();
        List<Sighting> held = stage.threads().waiting();
        if (pending < visitors.size() && call.isDone()) {
            call.value();
        }
        boolean allUnderWay = pending >= visitors.size();
        if (threads.size() > MOST_THREADS && (!allUnderWay || threads.size() >= visitors.size())) {
            endIt(call);
            throw stage.failure(
                    THREAD_FOR_EACH_REQUEST,
                    "While " + pending + " of " + visitors.size() + " requests waited for " + where
                            + ", your program had "
                            + threads.size() + " threads more than before: "
                            + names(threads) + ". Four are enough for all "
                            + visitors.size() + ", for nobody needs to wait with them.",
                    some(held, line -> true));
        }
        if (allUnderWay) {
            return;
        }
        endIt(call);
        String only = "Only " + pending + " of " + visitors.size() + " requests got as far as " + where + "; ";
        Sighting[] loop = some(held, line -> line.thread().equals("kata-loop"));
        if (loop.length > 0) {
            throw stage.failure(
                    Causes.BLOCKED_THE_LOOP.advising(
                            "do not wait for the database on the loop: chain what comes next to its future"),
                    only + "the others waited for the loop, which " + loop[0].call() + "() held.",
                    loop);
        }
        Sighting[] common = some(held, line -> line.thread().startsWith("ForkJoinPool.commonPool"));
        if (common.length > 0) {
            throw stage.failure(
                    Causes.BLOCKED_THE_COMMON_POOL,
                    only
                            + "the others waited for a worker of the common pool, for each of those waited with a request.",
                    common);
        }
        throw stage.failure(
                pending <= 1 ? IN_TURN : Causes.TOO_FEW_AT_ONCE.advising(LET_GO),
                only + "the others waited until " + (pending <= 1 ? "it was" : "those were") + " over.",
                some(held, line -> true));
    }

    /** All requests are under way; nobody waits with each of them, and yet there may be too many threads. */
    void onFewThreads(Call<?> call, PlatformThreads platform) {
        List<Thread> threads = platform.started();
        if (threads.size() > MOST_THREADS) {
            endIt(call);
            throw stage.failure(
                    TOO_MANY_THREADS,
                    "All " + visitors.size()
                            + " requests waited at the same time, and needed no thread each for that. But"
                            + " your program had " + threads.size() + " threads more than before: " + names(threads)
                            + ". Four at most are allowed.");
        }
    }

    /** Plays on for the picture, then lets go, so that the next test finds no thread of this one still waiting. */
    private void endIt(Call<?> call) {
        long enough = System.nanoTime() + 500_000_000L;
        stage.until(() -> !stage.clock().advance() && call.isDone() || System.nanoTime() > enough);
        stage.clock().letGo();
        stage.until(call::isDone);
    }

    private static Sighting[] some(List<Sighting> held, Predicate<Sighting> which) {
        return held.stream().filter(which).limit(2).toArray(Sighting[]::new);
    }

    private static String names(List<Thread> threads) {
        return threads.stream().limit(3).map(Thread::getName).collect(Collectors.joining(", ")) + ", …";
    }

    /** Every future has ended as its own request had to, and the database was asked no more than needed. */
    void everyoneGotTheirOwn() {
        if (!db.strangers().isEmpty()) {
            throw stage.failure(
                    ORDERS_FOR_NOBODY,
                    "The database was asked for the orders of " + db.strangers().get(0)
                            + ". It had told of no such user: nobody was behind that session.");
        }
        for (int i = 0; i < visitors.size(); i++) {
            Visitor visitor = visitors.get(i);
            CompletableFuture<Response> future = futures.get(i);
            if (visitor.failure() == null) {
                carries(visitor, future);
            } else {
                failed(visitor, future);
            }
        }
        for (Visitor visitor : visitors) {
            asked("user", visitor, 1);
            asked("orders", visitor, visitor.hasOrders() ? 1 : 0);
        }
    }

    private void carries(Visitor visitor, CompletableFuture<Response> future) {
        if (future.isCompletedExceptionally()) {
            if (problem(future) instanceof KataFailure failure) {
                throw failure;
            }
            if (requests(visitor) > 1) {
                throw stage.failure(
                        MIXED_UP,
                        "Two requests of " + who(visitor) + " came at the same time, from the same session, and one of"
                                + " them failed with " + named(problem(future)) + ".");
            }
            throw stage.failure(
                    Causes.THREW.advising("decide what handle gives back in this case; the README tells"),
                    "The request of " + who(visitor) + " should get " + told(visitor.response())
                            + "; its future failed with " + named(problem(future)) + ".");
        }
        Response response = future.join();
        if (visitor.response().equals(response)) {
            return;
        }
        for (Visitor other : visitors) {
            if (response != null
                    && other != visitor
                    && other.name() != null
                    && response.body() != null
                    && (response.equals(other.response()) || response.body().startsWith(other.name() + ": "))) {
                throw stage.failure(
                        MIXED_UP,
                        "The request of " + who(visitor) + " should get " + told(visitor.response()) + "; it got "
                                + told(response) + ", and that name belongs to another request that was under way.");
            }
        }
        throw stage.failure(
                Causes.WRONG_RESULT,
                "The request of " + who(visitor) + " should get " + told(visitor.response()) + "; it got "
                        + told(response) + ".");
    }

    private void failed(Visitor visitor, CompletableFuture<Response> future) {
        String failed = "The query for the " + (visitor.hasOrders() ? "orders of " : "user behind the session of ")
                + who(visitor) + " failed with " + named(visitor.failure());
        if (!future.isCompletedExceptionally()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    failed + "; the future of handle hides that and ended with " + told(future.join()) + ".");
        }
        Throwable told = problem(future);
        for (Throwable next = told; next != visitor.failure(); next = next.getCause()) {
            if (next == null) {
                throw stage.failure(
                        Causes.SWALLOWED_ERROR.advising("pass the failure on, as it is or as the cause of yours"),
                        failed + "; the future of handle ended with " + named(told)
                                + ", and nothing in that leads back to it.");
            }
        }
    }

    private void asked(String query, Visitor visitor, int each) {
        int seen = db.asked(query, visitor);
        int requests = requests(visitor);
        int times = each * requests;
        if (seen != times) {
            throw stage.failure(
                    Causes.FAKED.advising(
                            "in each request ask the database for the user once, and once for the orders of"
                                    + " that user"
                                    + (seen < times ? ": what it said to another request may be out of date" : "")),
                    (requests == 1 ? "For the request of " : "For two requests of the same session, of ") + who(visitor)
                            + ", the database was asked " + times(seen) + " for "
                            + (query.equals("user") ? "the user" : "orders") + ", and " + times(times) + " is right.");
        }
    }

    private static String times(int count) {
        return count + (count == 1 ? " time" : " times");
    }

    /** How many requests this visitor has sent. */
    private int requests(Visitor visitor) {
        return Collections.frequency(visitors, visitor);
    }

    private static String who(Visitor visitor) {
        return visitor.name() == null ? "session " + visitor.session() : visitor.name();
    }

    private static String told(Response response) {
        return response == null ? "null" : response.status() + " \"" + response.body() + "\"";
    }

    private static Throwable problem(CompletableFuture<?> future) {
        return Call.unwrap(future.handle((value, problem) -> problem).join());
    }

    private static String named(Throwable problem) {
        String message = problem.getMessage();
        return problem.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
