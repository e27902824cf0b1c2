package kata.database.test;

import static kata.testkit.PlayAssert.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kata.database.QueryAsync;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.Causes;
import kata.testkit.rules.AsyncRules;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class QueryAsyncTest {

    @Test
    @Order(1)
    @Tag("task-1")
    void all_queries_run_at_the_same_time(Stage stage) {
        List<Query> queries = Query.some(stage, 5 + stage.random().nextInt(3));
        stage.rightAnswer(Query.together(queries));
        SlowDatabase database = new SlowDatabase(stage.clock(), queries);
        try (Workers threads = new Workers()) {
            Call<List<Integer>> call = queryAll(stage, database, queries, threads);
            OtherCall other = new OtherCall(stage, call, queries.size(), threads);
            Play play = stage.play(call, Query.together(queries).openAtEachStep());

            other.goesOn();
            Findings findings = new Findings(stage, database, queries, play);
            findings.ranTogether();
            findings.askedOnce();
            other.wentItsOwnWay();
        }
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void numbers_are_in_the_order_of_the_queries(Stage stage) {
        List<Query> queries = Query.some(stage, 4);
        // One of them twice: that is two queries, and two numbers.
        queries.add(queries.get(1 + stage.random().nextInt(3)));
        stage.rightAnswer(Query.together(queries));
        SlowDatabase database = new SlowDatabase(stage.clock(), queries);
        try (Workers threads = new Workers()) {
            Call<List<Integer>> call = queryAll(stage, database, queries, threads);
            Play play = stage.play(call, Query.together(queries).openAtEachStep());

            assertThat(play, "queries").finished();
            Findings findings = new Findings(stage, database, queries, play);
            if (call.value() != null && call.value().size() == queries.size()) {
                findings.askedOnce();
            }
            findings.numbersAre(call.value());

            Call<List<Integer>> nothing = queryAll(stage, database, List.of(), threads);
            stage.until(nothing::isDone);
            Findings.numbersOfNothingAre(stage, nothing);
        }
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void the_slowest_query_decides_how_long_it_takes(Stage stage) {
        List<Query> queries = Query.LESSON;
        stage.rightAnswer(Query.together(queries));
        try (Workers threads = new Workers()) {
            // Side by side 4 units; one after another 5.7.
            stage.clockLaw("Your three queries", 4, 5.4, clock -> {
                SlowDatabase database = new SlowDatabase(clock, queries);
                return () -> QueryAsync.queryAll(database, Query.words(queries), threads);
            });
        }
    }

    @Test
    @Order(4)
    @Tag("task-1")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(QueryAsync.class).neverSleeps();
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void every_connection_is_given_back(Stage stage) {
        List<Query> queries = Query.some(stage, 3);
        stage.rightAnswer(Query.together(queries));
        SlowDatabase database = new SlowDatabase(stage.clock(), queries);
        try (Workers threads = new Workers()) {
            Play play = stage.play(
                    queryAll(stage, database, queries, threads),
                    Query.together(queries).openAtEachStep());

            assertThat(play, "queries").finished();
            new Findings(stage, database, queries, play).allGivenBack();
        }
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void a_query_that_fails_is_told_and_gives_its_connection_back(Stage stage) {
        String why = "ERROR: canceling statement, disk " + (2 + stage.random().nextInt(90)) + " is full";
        oneQueryEndsWith(stage, Query.some(stage, 4), new SQLException(why));
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void a_driver_that_breaks_is_told_and_its_connection_given_back(Stage stage) {
        String why = "the driver lost its way in packet " + (2 + stage.random().nextInt(90));
        oneQueryEndsWith(stage, Query.some(stage, 2), new IllegalStateException(why));
    }

    private static void oneQueryEndsWith(Stage stage, List<Query> queries, Exception problem) {
        int failing = stage.random().nextInt(queries.size());
        queries.set(failing, queries.get(failing).endingWith(problem));
        stage.rightAnswer(Query.together(queries));
        SlowDatabase database = new SlowDatabase(stage.clock(), queries);
        try (Workers threads = new Workers()) {
            Call<List<Integer>> call = queryAll(stage, database, queries, threads);
            Play play = stage.play(call, Query.together(queries).openAtEachStep());

            Findings findings = new Findings(stage, database, queries, play);
            if (call.isDone() && call.failure().isEmpty()) {
                // Who did not send a query cannot have heard of its failure.
                findings.askedOnce();
            }
            Findings.told(stage, play, call, queries.get(failing).lane(), problem);
            findings.allGivenBack();
        }
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void a_connection_that_cannot_be_had_is_told(Stage stage) {
        List<Query> queries = Query.some(stage, 2);
        SlowDatabase database = new SlowDatabase(stage.clock(), queries);
        SQLException problem = new SQLException(
                "FATAL: too many clients, " + (100 + stage.random().nextInt(90)));
        database.refusesOnce(problem);
        try (Workers threads = new Workers()) {
            Call<List<Integer>> call = queryAll(stage, database, queries, threads);
            Play play = stage.play(call, 1);

            Findings.told(stage, play, call, "One getConnection()", problem);
            new Findings(stage, database, queries, play).allGivenBack();
        }
    }

    @Test
    @Order(9)
    @Tag("task-3")
    void one_connection_is_enough_and_gains_nothing(Stage stage) {
        List<Query> queries = Query.some(stage, 3);
        stage.rightAnswer(Query.oneByOne(queries));
        SlowDatabase database = new SlowDatabase(stage.clock(), queries, 1);
        try (Workers threads = new Workers()) {
            Call<List<Integer>> call = queryAll(stage, database, queries, threads);
            Play play = stage.play(
                    call, IntStream.range(0, queries.size()).map(i -> 1).toArray());

            Findings findings = new Findings(stage, database, queries, play);
            if (play.stuck()) {
                findings.keptNoConnection();
            }
            assertThat(play, "queries").finished();
            findings.askedOnce();
            assertThat(play, "queries")
                    .leftTheCommonPoolFree(findings.commonPool())
                    .returnedAtOnce()
                    .waitedForAll();
            findings.numbersAre(call.value());
            if (call.doneAt() < Query.sum(queries)) {
                throw stage.failure(
                        Causes.TOO_FAST,
                        "Through one connection these queries take " + Query.sum(queries)
                                + " units, and you had a result after " + call.doneAt() + ".");
            }
            oneConnectionIsEnoughForQueriesThatFail(stage, queries, threads);
        }
    }

    /** Who keeps the connection of a query that failed keeps it from the next one, if there is no other. */
    private static void oneConnectionIsEnoughForQueriesThatFail(Stage stage, List<Query> before, Workers threads) {
        SQLException problem = new SQLException(
                "ERROR: deadlock detected by process " + (100 + stage.random().nextInt(900)));
        // All of them fail, so that it does not matter which one is the last.
        List<Query> queries =
                before.stream().map(query -> query.endingWith(problem)).toList();
        stage.rightAnswer(
                Query.oneByOne(Stream.of(before, queries).flatMap(List::stream).toList()));
        SlowDatabase database = new SlowDatabase(stage.clock(), queries, 1);
        Call<List<Integer>> call = queryAll(stage, database, queries, threads);
        Play play =
                stage.play(call, IntStream.range(0, queries.size()).map(i -> 1).toArray());
        // Who fails with the first need not wait for the others; they end all the same.
        stage.clock().letGo();

        Findings findings = new Findings(stage, database, queries, play);
        if (play.stuck()) {
            findings.keptNoConnection();
        }
        Findings.told(stage, play, call, "Every query", problem);
        findings.allGivenBack();
    }

    private static Call<List<Integer>> queryAll(
            Stage stage, SlowDatabase database, List<Query> queries, Workers threads) {
        return stage.call("queryAll", () -> QueryAsync.queryAll(database, Query.words(queries), threads));
    }
}
