package kata.database.test;

import java.util.List;
import kata.database.QueryAsync;
import kata.testkit.Call;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.evidence.Sighting;
import kata.testkit.time.HandClock;

/** A call with a single query, made while the queries of another call are under way. Its own time stands still. */
final class OtherCall {
    private final Stage stage;
    private final HandClock clock;
    private final int before;
    private final List<Query> queries;
    private final SlowDatabase database;
    private final Call<List<Integer>> call;
    private final boolean sent;
    private final boolean returned;
    private final List<Sighting> waiting;

    /** Begins when the first call has sent so many queries. */
    OtherCall(Stage stage, Call<?> first, int before, Workers threads) {
        this.stage = stage;
        this.clock = stage.anotherClock();
        this.before = before;
        this.queries = Query.some(stage, 1);
        this.database = new SlowDatabase(clock, queries);
        stage.until(() -> stage.clock().pending() >= before || first.isDone());
        this.call = stage.call("queryAll", () -> QueryAsync.queryAll(database, Query.words(queries), threads));
        stage.until(() -> (clock.pending() == 1 && call.returned()) || call.isDone());
        this.sent = clock.pending() == 1;
        this.returned = call.returned();
        this.waiting = returned ? List.of() : stage.threads().waiting();
    }

    /** From now on its query takes no time. */
    void goesOn() {
        clock.letGo();
    }

    /** It sent its query though others were under way, and came back though there was only one. */
    void wentItsOwnWay() {
        stage.until(call::isDone);
        if (!sent && call.isDone() && !database.asked().isEmpty()) {
            throw stage.failure(
                    Causes.TOO_FEW_AT_ONCE.advising(
                            "threads has a thread for each query of each call; a pool of your own"
                                    + " must grow as well, and not keep the size that the first call needed"),
                    "While the " + before + " queries of one call of queryAll were under way, a second call sent its"
                            + " only query not before one of them had ended: it waited for a thread.");
        }
        if (!call.isDone()) {
            throw stage.failure(
                    Causes.NEVER_FINISHED,
                    "A second call of queryAll, made while the queries of a first one were under way, never ended.");
        }
        call.value();
        Findings.askedOnce(stage, database, queries);
        if (!returned) {
            throw stage.failure(
                    Causes.BLOCKED_THE_CALLER.advising("hand the query over to threads, also if it is the only one"),
                    "Of a list of one query queryAll came back only when that was answered; until then the caller could"
                            + " do nothing else. One query blocks as many do.",
                    waiting.stream()
                            .filter(line -> line.thread().equals(call.thread().getName()))
                            .toArray(Sighting[]::new));
        }
        Findings.numbersAre(stage, Query.numbers(queries), call.value());
    }
}
