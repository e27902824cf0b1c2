package kata.database.test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kata.database.QueryAsync;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.result.Reports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class RealDatabaseTest {
    private static final Cause NOT_TRIED =
            new Cause("not-tried", "not tried on PostgreSQL yet", "mend first what the other tests found", 200);

    @AfterAll
    static void stopServer() {
        Postgres.stop();
    }

    @Test
    @Order(1)
    @Tag("task-4")
    void PostgreSQL_runs_them_at_the_same_time(Stage stage) throws SQLException {
        begin(stage);
        int first = stage.random().nextInt(1000);
        List<Integer> numbers = List.of(first + 1, first + 2, first + 3);
        try (Gates gates = new Gates(Postgres.running(), 3, stage.random().nextInt(100_000));
                Workers threads = new Workers()) {
            Call<List<Integer>> call = stage.call(
                    "queryAll", () -> QueryAsync.queryAll(gates.database(), gates.queries(numbers), threads));

            gates.soon(() -> gates.waiting() == 3 || call.isDone());
            if (gates.waiting() < 3) {
                failed(call);
                throw stage.failure(
                        Causes.TOO_FEW_AT_ONCE,
                        "Three queries were held back inside PostgreSQL, and only " + gates.waiting()
                                + " of them ever got there. Start every one on a connection of its own.");
            }
            // R1 began first and ends last.
            List<Integer> order = List.of(1, 2, 0);
            for (int i = 0; i < order.size(); i++) {
                if (call.isDone()) {
                    failed(call);
                    throw stage.failure(
                            Causes.RETURNED_TOO_EARLY,
                            "The future of queryAll was done while " + (3 - i)
                                    + " queries still ran inside PostgreSQL.");
                }
                gates.open(order.get(i));
                int left = order.size() - 1 - i;
                gates.soon(() -> gates.waiting() == left);
            }
            ended(stage, gates, call);
            failed(call);
            Findings.numbersAre(stage, numbers, call.value());
            allGivenBack(stage, gates);
        }
    }

    @Test
    @Order(2)
    @Tag("task-4")
    void PostgreSQL_gets_every_connection_back_though_a_query_fails(Stage stage) throws SQLException {
        begin(stage);
        try (Gates gates = new Gates(Postgres.running(), 2, stage.random().nextInt(100_000));
                Workers threads = new Workers()) {
            List<String> queries = new ArrayList<>(gates.queries(List.of(1, 2)));
            int failing = stage.random().nextInt(queries.size() + 1);
            queries.add(failing, "SELECT 1 / 0");
            Call<List<Integer>> call =
                    stage.call("queryAll", () -> QueryAsync.queryAll(gates.database(), queries, threads));

            gates.soon(() -> gates.waiting() == 2 || call.isDone());
            gates.open(0);
            gates.open(1);
            ended(stage, gates, call);
            Findings.told(stage, null, call, "R" + (failing + 1), new SQLException("division by zero"));
            allGivenBack(stage, gates);
        }
    }

    /** A stub needs no server, nor does an answer in which a mistake is known already. */
    private static void begin(Stage stage) {
        Call<List<Integer>> nothing = stage.call(
                "queryAll",
                () -> QueryAsync.queryAll(new SlowDatabase(stage.clock(), List.of()), List.of(), Runnable::run));
        stage.until(nothing::returned);
        if (nothing.failure()
                .filter(UnsupportedOperationException.class::isInstance)
                .isPresent()) {
            nothing.value();
        }
        if (Reports.isRed() && !Postgres.isMissing()) {
            throw stage.failure(
                    NOT_TRIED, "The tests before this one found a mistake, so PostgreSQL was not started for it.");
        }
    }

    private static void ended(Stage stage, Gates gates, Call<?> call) {
        if (!gates.soon(call::isDone)) {
            throw stage.failure(
                    Causes.NEVER_FINISHED,
                    "Every query had ended inside PostgreSQL, but the future of queryAll is still open.");
        }
    }

    /** Tells of an exception, if there was one. */
    private static void failed(Call<?> call) {
        if (call.failure().isPresent()) {
            call.value();
        }
    }

    private static void allGivenBack(Stage stage, Gates gates) throws SQLException {
        if (!gates.soon(() -> gates.connections() == 0)) {
            throw stage.failure(
                    Findings.LEAKED,
                    "When all was over, PostgreSQL still counted " + gates.connections()
                            + " open connections of yours. It has only so many to give.");
        }
    }
}
