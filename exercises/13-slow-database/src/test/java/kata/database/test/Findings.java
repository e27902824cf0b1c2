package kata.database.test;

import static kata.testkit.PlayAssert.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.PlayAssert;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;

/** What can be wrong with the use of a database, in sentences. */
final class Findings {
    static final Cause LEAKED = new Cause(
            "leaked-connection",
            "a connection was never given back",
            "open each connection in a try-with-resources around its query: it is closed then, error or not",
            46);
    static final Cause HOARDED = new Cause(
            "hoarded-connections",
            "connections taken before their turn",
            "take the connection in the task that runs the query, right before the query, and close it right after",
            47);
    static final Cause SHARED = new Cause(
            "shared-connection",
            "one connection for several queries",
            "call database.getConnection() for each query, inside its own task",
            48);
    private static final Cause NOT_SENT = new Cause(
            "not-sent",
            "a query that was not sent",
            "send every query at each call, and keep no number from one call for the next: the tables change",
            // Before what it looks like: a caller that waited, a result that came too fast or was another's.
            49);

    private final Stage stage;
    private final SlowDatabase database;
    private final List<Query> queries;
    private final Play play;

    Findings(Stage stage, SlowDatabase database, List<Query> queries, Play play) {
        this.stage = stage;
        this.database = database;
        this.queries = queries;
        this.play = play;
    }

    /** All ran at the same time, each on its own connection, and nobody who should not has waited for them. */
    void ranTogether() {
        sharedNoConnection();
        PlayAssert asserted = assertThat(play, "queries").finished();
        if (play.timeline().peak() > 1) {
            // Before they are counted: how many run at once on a blocked common pool depends on the JDK.
            asserted.leftTheCommonPoolFree(commonPool());
        }
        asserted.allAtOnce(Query.lanes(queries))
                .leftTheCommonPoolFree(commonPool())
                .returnedAtOnce()
                .waitedForAll();
        callerTookNone();
    }

    /** The advice for who blocked it: by a query, or by waiting for queries that run where they should. */
    Cause commonPool() {
        boolean byQuery = play.waiting().stream()
                .filter(line -> line.thread().startsWith(Threads.COMMON_POOL))
                .anyMatch(line -> !line.call().matches(".*\\.(join|get|await|invokeAll)"));
        return byQuery
                ? Causes.BLOCKED_THE_COMMON_POOL.advising("a query must block a thread, so give it one of the threads"
                        + " that you were given: supplyAsync(..., threads), and no parallel stream, which runs on the"
                        + " common pool wherever it is called")
                : Causes.BLOCKED_THE_COMMON_POOL;
    }

    /** Two queries on one connection wait for each other. */
    void sharedNoConnection() {
        database.shared().ifPresent(session -> {
            throw fails(
                    SHARED,
                    session,
                    "Several queries shared one connection, and a connection runs one query at a"
                            + " time: " + session.met().orElse("") + ". You took "
                            + (database.taken() == 1 ? "one connection" : database.taken() + " connections") + " for "
                            + queries.size() + " queries.");
        });
    }

    private void callerTookNone() {
        Optional<Session> session = database.takenBy(play.call().thread());
        if (session.isPresent()) {
            throw fails(
                    Causes.BLOCKED_THE_CALLER.advising("take the connection in the task that runs the query"),
                    session.get(),
                    "You took a connection on the caller's own thread. When all of them are in use, getConnection()"
                            + " waits for one, and the caller with it.");
        }
    }

    /** Of a pool that has run dry while somebody waits: says who keeps the connections. */
    void keptNoConnection() {
        for (Session session : database.open()) {
            if (session.isBusy()) {
                continue;
            }
            if (session.last().isPresent()) {
                boolean failed = queries.stream()
                        .anyMatch(query ->
                                query.problem().isPresent() && session.last().equals(Optional.of(query.lane())));
                throw fails(
                        LEAKED,
                        session,
                        "The query of " + session.last().get() + (failed ? " had failed" : " had ended")
                                + ", but its connection was not"
                                + " given back; the next query waited for it, for ever.");
            }
            throw fails(
                    HOARDED,
                    session,
                    "You took a connection and ran no query on it, but waited first: for another connection, or for"
                            + " the other tasks. The pool had no other one for them, so nothing could go on.");
        }
    }

    /** Once all queries have ended, the pool is full again. */
    void allGivenBack() {
        stage.until(() -> database.open().isEmpty());
        List<Session> open = database.open();
        if (open.isEmpty()) {
            return;
        }
        String whose = open.get(0).last().map(lane -> "the one of " + lane).orElse("one that ran no query");
        boolean failed = queries.stream()
                .anyMatch(query ->
                        query.problem().isPresent() && open.get(0).last().equals(Optional.of(query.lane())));
        throw fails(
                LEAKED,
                open.get(0),
                open.size() + " of " + database.taken() + " connections never came back"
                        + (open.size() == 1 ? ": " : ", among them ") + whose
                        + (failed ? ", whose query failed" : "")
                        + ". A pool that loses connections runs dry, and then everybody waits.");
    }

    /** Each query was run once, and nothing else was. */
    void askedOnce() {
        askedOnce(stage, database, queries);
    }

    static void askedOnce(Stage stage, SlowDatabase database, List<Query> queries) {
        List<Query> asked = new ArrayList<>(database.asked());
        for (Query query : queries) {
            if (!asked.remove(query)) {
                throw stage.failure(
                        NOT_SENT,
                        "queryAll was called with " + queries.size() + (queries.size() == 1 ? " query" : " queries")
                                + ", and did not send all of them: the database was never asked for " + query.lane()
                                + " in this call. What an earlier call was told may be out of date by now.");
            }
        }
        if (!asked.isEmpty()) {
            throw stage.failure(
                    Causes.FAKED, "The database was asked for " + asked.get(0).lane() + " more than once.");
        }
    }

    void numbersAre(List<Integer> got) {
        List<Integer> wanted = Query.numbers(queries);
        if (got != null && got.equals(wanted.stream().distinct().toList()) && !got.equals(wanted)) {
            throw stage.failure(
                    Causes.LOST_RESULT.advising(
                            "keep a list of futures, one for each query; a map by query has only one for equal ones"),
                    "You were asked " + wanted.size() + " queries, "
                            + queries.get(wanted.size() - 1).lane()
                            + " twice, and gave back " + got.size() + " numbers: " + got + ".");
        }
        numbersAre(stage, wanted, got);
    }

    static void numbersOfNothingAre(Stage stage, Call<List<Integer>> call) {
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED.advising(
                            "complete the future not only when a query ends: of no queries none ever does"),
                    "Of an empty list of queries queryAll never ended: there was nothing to wait for.");
        }
        numbersAre(stage, List.of(), call.value());
    }

    static void numbersAre(Stage stage, List<Integer> wanted, List<Integer> got) {
        if (wanted.equals(got)) {
            return;
        }
        List<Integer> missing = new ArrayList<>(wanted);
        List<Integer> found = got == null ? List.of() : got;
        found.forEach(each -> missing.remove((Object) each));
        if (missing.isEmpty() && found.size() == wanted.size()) {
            throw stage.failure(
                    Causes.COMPLETION_ORDER,
                    "Right numbers, wrong order: " + found.get(0) + " stands first, but R1 gave " + wanted.get(0)
                            + ". Keep the order of the queries, whichever ends first.");
        }
        throw stage.failure(
                Causes.LOST_RESULT.advising("take each number from its own future, when all of them are complete"),
                "Your list should hold the numbers " + wanted + ", but it holds " + found + ".");
    }

    /** The future failed, and the problem is to be found in it. */
    static void told(Stage stage, Play play, Call<?> call, String who, Exception problem) {
        String what = who + " failed with \"" + problem.getMessage() + "\"";
        if (call.failure().isEmpty()) {
            if (play != null && play.stuck() && play.spinner().isEmpty()) {
                throw stage.failure(
                        Causes.NEVER_FINISHED.advising(
                                "complete the future however the task ends: catch what getConnection() and the query"
                                        + " throw, whatever it is, and hand it on"),
                        what + ", and the future never ended: nobody told it.",
                        play.waiting().toArray(Sighting[]::new));
            }
            if (play != null) {
                assertThat(play, "queries").finished();
            }
            throw stage.failure(
                    Causes.SWALLOWED_ERROR, what + "; your result hides it: the future ended as if all were well.");
        }
        Throwable failure = call.failure().get();
        if (failure instanceof UnsupportedOperationException) {
            call.value();
        }
        boolean inWords = false;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            boolean says = String.valueOf(each.getMessage()).contains(problem.getMessage());
            if (says && problem.getClass().isInstance(each)) {
                return;
            }
            inWords |= says;
        }
        String kind = problem.getClass().getSimpleName();
        throw stage.failure(
                Causes.SWALLOWED_ERROR.advising(
                        "keep the exception as the cause of the one that you throw: new CompletionException(problem)"),
                what + ", and your future with " + failure.getClass().getSimpleName() + ". "
                        + (inWords
                                ? "The words are there, but not the " + kind + " itself, by which a caller could tell"
                                        + " what went wrong."
                                : "But nothing in it says what the database said."));
    }

    /** The line that took the connection is the one to look at. */
    private KataFailure fails(Cause cause, Session session, String happened) {
        return stage.failure(
                cause,
                happened,
                stage.threads().sighting("", session.takenAt()).stream()
                        .map(at ->
                                new Sighting(at.file(), at.line(), at.method(), "getConnection", Sighting.IN_THE_CODE))
                        .toArray(Sighting[]::new));
    }
}
