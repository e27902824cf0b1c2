package kata.fakeasync.test;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.PlayAssert;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Span;

/** What only this lesson asks: whose thread waited, and where a failure went. */
record Verdicts(Stage stage) {
    private static final Cause NOT_THE_GIVEN_EXECUTOR = new Cause(
            "not-the-given-executor",
            "the given executor was left aside",
            "run the blocking call on io: the program has set that executor aside for calls that block",
            62);

    private static final Cause WAITED_FOR_ANOTHER = new Cause(
            "waited-for-another",
            "a pull waited for another",
            "end the future of a pull where its own client.get(uri) returns, whatever became of others",
            63);

    private static final Cause THROWN_AT_THE_CALLER = new Cause(
            "thrown-at-the-caller",
            "the caller got an exception instead of a future",
            "return the future in every case, and let it carry the failure",
            74);

    /** The client was asked once for each of these pulls; a request may have been pulled twice. */
    void askedOnce(SlowClient client, List<Request> pulled) {
        for (Request request : pulled) {
            int pulls = Collections.frequency(pulled, request);
            int times = client.visitsOf(request).size();
            if (times != pulls) {
                throw stage.failure(
                        Causes.FAKED.advising("call client.get(uri) once in each pull, and pass on what it returns"),
                        (pulls == 1 ? "pull" : "Each of " + pulls + " pulls") + " should ask the client once for "
                                + request.name() + "; "
                                + (times == 0
                                        ? "it never did."
                                        : "it was asked " + (times == 1 ? "once." : times + " times.")));
            }
        }
    }

    /** The reply that came first did not end its future. */
    KataFailure waitedForAnother(Request slow, Request quick) {
        return stage.failure(
                WAITED_FOR_ANOTHER,
                slow.name() + " was pulled, and then " + quick.name() + ". The reply to " + quick.name()
                        + " was there first, but its future stayed open: it waited for " + slow.name() + ".");
    }

    /** Time never went on while the loop was held. */
    void leftTheLoopFree(Play play, Io io) {
        try {
            PlayAssert.assertThat(play, "pulls").leftTheLoopFree(stage.loop());
        } catch (KataFailure blocked) {
            boolean inGet = stage.timeline().spans().stream()
                    .anyMatch(span ->
                            span.kind() == Span.Kind.BLOCKED && span.thread().equals("kata-loop"));
            if (!inGet || !io.wasUsed()) {
                throw blocked;
            }
            throw stage.failure(
                    blocked.cause()
                            .advising("something ran on io, but not the call: a step chained without Async runs on the"
                                    + " loop if the one before it is over; put client.get(uri) into what io runs"),
                    blocked.happened(),
                    blocked.sightings().toArray(Sighting[]::new));
        }
    }

    /** Nor was it held for a moment that hand-moved time does not show. */
    void neverWaitedOnTheLoop(Waits waits) {
        if (waits.everyTime()) {
            throw stage.failure(
                    Causes.BLOCKED_THE_LOOP.advising("give the future back as it is: no get with a time-out, no await"),
                    "Each of the " + waits.pulls() + " pulls waited for something on the loop before it came back."
                            + " However short that is, the loop can do nothing else meanwhile.");
        }
    }

    /** No worker of the common pool waited for one that does the waiting. */
    void leftTheCommonPoolFree(Play play) {
        PlayAssert.assertThat(play, "pulls")
                .leftTheCommonPoolFree(Causes.BLOCKED_THE_COMMON_POOL.advising(
                        "nobody need wait for io: give back the future that the task on io ends"));
    }

    /** Nobody waited for the server except threads of the executor. */
    void waitedOnIo(SlowClient client, Play play) {
        for (SlowClient.Visit visit : client.visits()) {
            if (visit.onIo()) {
                continue;
            }
            Sighting[] lines = play.waiting().stream()
                    .filter(line -> line.thread().equals(visit.thread()))
                    .toArray(Sighting[]::new);
            if (visit.thread().startsWith("ForkJoinPool.commonPool")) {
                throw stage.failure(
                        Causes.BLOCKED_THE_COMMON_POOL.advising(
                                "name io in each Async step that calls client.get(uri), as its last argument: a step"
                                        + " without one runs on the common pool"),
                        "get(" + visit.name()
                                + ") held a worker of the common pool, not a thread of io. The whole program shares"
                                + " those few workers: there are two here, so a third request has to queue.",
                        lines);
            }
            String thread = visit.thread().isEmpty() ? "a thread without a name" : "thread " + visit.thread();
            throw stage.failure(
                    NOT_THE_GIVEN_EXECUTOR,
                    "get(" + visit.name() + ") ran on " + thread + ", which is not one of io's: you brought a thread of"
                            + " your own. Nobody else can count, limit or stop those.",
                    lines);
        }
    }

    /** All requests were under way at the same moment. */
    void waitedTogether(List<Request> requests, Play play) {
        int peak = stage.timeline().peak(span -> span.kind() == Span.Kind.BLOCKED);
        if (peak < requests.size()) {
            Cause cause = peak == 1 ? Causes.RAN_ONE_AFTER_ANOTHER : Causes.TOO_FEW_AT_ONCE;
            throw stage.failure(
                    cause.advising("look for what makes them queue, such as a lock: io has a thread for every request"),
                    "All " + requests.size() + " pulls were started, but "
                            + (peak == 1 ? "no two requests" : "only " + peak + " requests")
                            + " were ever under way at the same time.",
                    play.waiting().toArray(Sighting[]::new));
        }
    }

    /** No future was done before the reply was there. */
    void waitedForReplies(Play play) {
        if (!play.pendingWhenDone().isEmpty()) {
            throw stage.failure(
                    Causes.RETURNED_TOO_EARLY.advising(
                            "return a future that client.get(uri) ends: the one that supplyAsync gives you, or one that"
                                    + " you complete when get has returned"),
                    "The future of pull was done while get("
                            + play.pendingWhenDone().get(0) + ") still waited for its reply.");
        }
    }

    /** The future carries the reply to its own request. */
    void carriesBody(Request request, String body) {
        if (!request.body().equals(body)) {
            throw stage.failure(
                    Causes.WRONG_RESULT.advising("end the future with what client.get(uri) returns"),
                    "The future for " + request.name() + " should end with " + quoted(request.body())
                            + "; yours ended with " + quoted(body) + ".");
        }
    }

    private static String quoted(Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    /** The call itself came back with a future. */
    CompletableFuture<String> future(CompletableFuture<String> future) {
        if (future == null) {
            throw new KataFailure(Causes.RETURNED_NULL, "pull returned null instead of a future.");
        }
        return future;
    }

    /** What a pull gave its caller: a future, or an exception. */
    record Outcome(CompletableFuture<String> future, RuntimeException thrown) {

        /** Ends when the future has ended in whichever way. */
        CompletableFuture<?> settled() {
            return future == null ? CompletableFuture.completedFuture(null) : future.handle((value, problem) -> null);
        }
    }

    /** Calls pull and keeps what it threw, unless it threw because it is still to do. */
    Outcome outcome(Supplier<CompletableFuture<String>> pull) {
        try {
            return new Outcome(future(pull.get()), null);
        } catch (UnsupportedOperationException todo) {
            throw todo;
        } catch (RuntimeException thrown) {
            return new Outcome(null, thrown);
        }
    }

    /** The future ended with the reply, or with the very exception that the client threw. */
    void carriesOutcome(Request request, Outcome outcome) {
        if (outcome.thrown() != null) {
            throw stage.failure(
                    THROWN_AT_THE_CALLER,
                    "pull threw " + named(outcome.thrown()) + " at its caller instead of giving back a future.");
        }
        CompletableFuture<String> future = outcome.future();
        if (request.failure() == null) {
            if (future.isCompletedExceptionally() && request.body().isEmpty()) {
                throw stage.failure(
                        Causes.WRONG_RESULT.advising(
                                "end the future with whatever client.get(uri) returns: only an exception is a failure"),
                        "get(" + request.name() + ") went well and returned an empty body, \"\", but its future ended"
                                + " with " + named(problem(future)) + ". A body may be empty.");
            }
            if (future.isCompletedExceptionally()) {
                throw stage.failure(
                        Causes.THREW,
                        "get(" + request.name() + ") went well, but its future ended with " + named(problem(future))
                                + ".");
            }
            carriesBody(request, future.getNow(null));
            return;
        }
        String failed = "get(" + request.name() + ") failed with " + named(request.failure());
        if (!future.isDone()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(
                            "whatever exception the client throws, end the future with it; supplyAsync does that for you"),
                    failed + ", and the future of pull is still open: whoever waits for it waits for ever.");
        }
        if (!future.isCompletedExceptionally()) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    failed + "; the future of pull hides it and ended with " + quoted(future.join())
                            + ", as if the server had said so.");
        }
        Throwable told = problem(future);
        if (told != request.failure() && leadsTo(request.failure(), told)) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(
                            "pass on the exception that client.get(uri) threw: its getCause() is a part of it"),
                    failed + "; the future of pull ended with " + named(told)
                            + ", which is only what lay behind that. The client's exception itself is lost.");
        }
        if (!leadsTo(told, request.failure())) {
            throw stage.failure(
                    Causes.SWALLOWED_ERROR.advising(
                            "pass the client's exception on, as it is or as the cause of yours"),
                    failed + "; the future of pull ended with " + named(told)
                            + ", and nothing in that leads back to the client's exception.");
        }
    }

    private static Throwable problem(CompletableFuture<?> future) {
        return Call.unwrap(future.handle((value, problem) -> problem).join());
    }

    private static String named(Throwable problem) {
        String message = problem.getMessage();
        return problem.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }

    private static boolean leadsTo(Throwable told, Throwable problem) {
        Throwable next = told;
        for (int depth = 0; next != null && depth < 20; depth++) {
            if (next == problem) {
                return true;
            }
            next = next.getCause();
        }
        return false;
    }
}
