package kata.database.test;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Queries of a real PostgreSQL that wait inside the server until the test lets them go on: each needs a lock that the
 * test holds.
 */
final class Gates implements AutoCloseable {
    /** A right answer on an idle machine takes a hundredth of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** So often the server answers the test meanwhile: where it is slow to do so, it is slow for the answer, too. */
    private static final int LEAST_ANSWERS = 1_000;

    private final Postgres postgres;
    private final String name;
    private final long firstKey;
    private final int count;
    private final Connection holder;

    /** @param dice makes the keys and the name differ from those of another program on the same server */
    Gates(Postgres postgres, int count, int dice) throws SQLException {
        this.postgres = postgres;
        this.count = count;
        this.firstKey = 1_000_000L + 100L * dice;
        this.name = "kata-answer-" + dice;
        this.holder = postgres.connect("kata-test");
        for (int i = 0; i < count; i++) {
            ask("SELECT 1 FROM pg_advisory_lock(?)", firstKey + i);
        }
    }

    DataSource database() {
        return postgres.database(name);
    }

    /** Each of these gives its number when its gate is open. The lock is given back with the query's end. */
    List<String> queries(List<Integer> numbers) {
        return IntStream.range(0, count)
                .mapToObj(i -> "SELECT " + numbers.get(i) + " FROM pg_advisory_xact_lock(" + (firstKey + i) + ")")
                .toList();
    }

    void open(int gate) throws SQLException {
        ask("SELECT 1 FROM pg_advisory_unlock(?)", firstKey + gate);
    }

    /** How many queries wait inside the server. */
    int waiting() throws SQLException {
        return ask(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND pid IN"
                        + " (SELECT pid FROM pg_stat_activity WHERE application_name = ?)",
                name);
    }

    /** How many connections the server counts as taken. */
    int connections() throws SQLException {
        return ask("SELECT count(*) FROM pg_stat_activity WHERE application_name = ?", name);
    }

    private int ask(String sql, Object value) throws SQLException {
        try (PreparedStatement statement = holder.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Waits until this holds; whether it ever did. What happens inside the server, no look at our threads can tell. */
    boolean soon(Callable<Boolean> condition) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        AtomicInteger answers = new AtomicInteger();
        AtomicBoolean met = new AtomicBoolean();
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(3))
                .forever()
                .until(() -> {
                    met.set(condition.call());
                    connections();
                    boolean enough = answers.incrementAndGet() >= LEAST_ANSWERS && System.nanoTime() > latest;
                    return met.get() || enough;
                });
        return met.get();
    }

    /** Opens all gates that are still closed. */
    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
