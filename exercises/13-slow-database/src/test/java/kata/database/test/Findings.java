package kata.database.test;

import static kata.testkit.PlayAssert.assertThat;

import java.sql.SQLException;
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
    static final Cause COMMON_POOL = Causes.BLOCKED_THE_COMMON_POOL.advising(
            "a query must block a thread, so give it one of the threads that you were given: supplyAsync(..., threads)");

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
            asserted.leftTheCommonPoolFree(COMMON_POOL);
        }
        asserted.allAtOnce(Query.lanes(queries))
                .leftTheCommonPoolFree(COMMON_POOL)
                .returnedAtOnce()
                .waitedForAll();
        callerTookNone();
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
                throw fails(
                        LEAKED,
                        session,
                        "The query of " + session.last().get() + " had ended, but its connection was not"
                                + " given back; the next query waited for it, for ever.");
            }
            throw fails(
                    HOARDED,
                    session,
                    "You took a connection and ran no query on it, but waited for the next connection"
                            + " first. The pool had no other one, so nothing could go on.");
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
                .anyMatch(
                        query -> !query.error().isEmpty() && open.get(0).last().equals(Optional.of(query.lane())));
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
        List<Query> asked = new ArrayList<>(database.asked());
        for (Query query : queries) {
            if (!asked.remove(query)) {
                throw stage.failure(Causes.FAKED, "The database was never asked for " + query.lane() + ".");
            }
        }
        if (!asked.isEmpty()) {
            throw stage.failure(
                    Causes.FAKED, "The database was asked for " + asked.get(0).lane() + " more than once.");
        }
    }

    void numbersAre(List<Integer> got) {
        numbersAre(stage, Query.numbers(queries), got);
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

    /** The future failed, and says with what. */
    static void told(Stage stage, Play play, Call<?> call, String who, String what) {
        if (call.failure().isEmpty()) {
            if (play != null) {
                assertThat(play, "queries").finished();
            }
            throw stage.failure(
                    Causes.SWALLOWED_ERROR,
                    who + " failed with \"" + what + "\"; your result hides it: the future ended as if all were well.");
        }
        Throwable failure = call.failure().get();
        if (failure instanceof UnsupportedOperationException) {
            call.value();
        }
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException
                    || String.valueOf(each.getMessage()).contains(what)) {
                return;
            }
        }
        throw stage.failure(
                Causes.SWALLOWED_ERROR.advising("keep the SQLException as the cause of the exception that you throw"),
                who + " failed with \"" + what + "\", and your future with "
                        + failure.getClass().getSimpleName() + ". But nothing in it says what the database said.");
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
