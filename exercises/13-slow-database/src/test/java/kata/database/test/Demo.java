package kata.database.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;
import kata.database.QueryAsync;
import kata.database.given.QuerySync;
import kata.testkit.Playback;
import kata.testkit.time.RealClock;

/**
 * Three slow queries on a real PostgreSQL: first one after another, then yours, then yours through one connection.
 * {@code kata run 13} plays it. The tables are a tenth of the lesson's; what the queries take is your machine's doing.
 */
public final class Demo {
    private static final String SCHEMA = "kata_slow_database";
    private static final int ENOUGH = 20;

    /** The lesson's tables: so many rows each. */
    private static final Map<String, Integer> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("visits", 780_000);
        ROWS.put("pages", 60_000);
        ROWS.put("links", 270_000);
    }

    private static final List<String> QUERIES =
            ROWS.keySet().stream().map(Demo::slow).toList();
    private static final Map<String, String> LANES =
            Map.of(QUERIES.get(0), "R1", QUERIES.get(1), "R2", QUERIES.get(2), "R3");

    private Demo() {}

    public static void main(String[] arguments) throws SQLException {
        System.out.println("Starting PostgreSQL and filling three tables …");
        DataSource database = Postgres.running().database("kata-demo");
        try (Workers threads = new Workers()) {
            execute(database, "DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE", "CREATE SCHEMA " + SCHEMA);
            ROWS.forEach((table, rows) -> fill(database, table, rows));
            // The first time, the tables are read from the disk; that would tell of the disk.
            QuerySync.queryAll(database, QUERIES);
            Playback.ofUnit(RealClock.UNIT_MILLIS / 1000.0)
                    .then("The synchronous twin", on(database, ENOUGH, slow -> () -> QuerySync.queryAll(slow, QUERIES)))
                    .then("Yours", on(database, ENOUGH, slow -> () -> QueryAsync.queryAll(slow, QUERIES, threads)))
                    .then(
                            "Yours, through a pool of one connection",
                            on(database, 1, slow -> () -> QueryAsync.queryAll(slow, QUERIES, threads)))
                    .play();
        } finally {
            execute(database, "DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            Postgres.stop();
        }
    }

    private static Function<RealClock, Callable<?>> on(
            DataSource database, int connections, Function<DataSource, Callable<?>> run) {
        return clock -> run.apply(new Recorded(database, clock.recorder(), LANES, connections));
    }

    /** A join without an index: each row looks for its neighbour among all of them. */
    private static String slow(String table) {
        return "SELECT count(*) FROM %1$s.%2$s a JOIN %1$s.%2$s b ON a.neighbour = b.name WHERE a.id <> b.id"
                .formatted(SCHEMA, table);
    }

    private static void fill(DataSource database, String table, int rows) {
        try {
            String columns =
                    "n AS id, md5(n::text) AS name, md5((n::bigint * 7919 %% %d)::text) AS neighbour".formatted(rows);
            execute(
                    database,
                    "CREATE UNLOGGED TABLE %s.%s AS SELECT %s FROM generate_series(1, %d) AS n"
                            .formatted(SCHEMA, table, columns, rows));
        } catch (SQLException problem) {
            throw new IllegalStateException("The table " + table + " could not be filled", problem);
        }
    }

    private static void execute(DataSource database, String... sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }
}
