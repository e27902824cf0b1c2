package kata.database.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import kata.testkit.time.KataClock;

/**
 * A database whose queries take as long as the clock says: a test that moves the clock by hand decides when each one
 * ends. It behaves as a real one with a connection pool does, and knows of every connection what became of it.
 */
final class SlowDatabase extends PlainDataSource {
    private static final int PLENTY = 100;

    private final KataClock clock;
    private final List<Query> queries;
    private final Semaphore free;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Query> asked = new ArrayList<>();
    private final AtomicReference<SQLException> refusal = new AtomicReference<>();

    /** A database with as many connections as anybody could want. */
    SlowDatabase(KataClock clock, List<Query> queries) {
        this(clock, queries, PLENTY);
    }

    /** A database with a pool of so many connections; whoever wants one more has to wait. */
    SlowDatabase(KataClock clock, List<Query> queries, int connections) {
        this.clock = clock;
        this.queries = List.copyOf(queries);
        this.free = new Semaphore(connections, true);
    }

    /** From now on one who asks for a connection, and only one, gets this instead. */
    void refusesOnce(SQLException problem) {
        refusal.set(problem);
    }

    @Override
    public Connection getConnection() throws SQLException {
        SQLException refused = refusal.getAndSet(null);
        if (refused != null) {
            throw refused;
        }
        try {
            free.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while it waited for a connection", stopped);
        }
        Session session = new Session(this);
        synchronized (this) {
            sessions.add(session);
        }
        return JdbcFace.of(session);
    }

    void givenBack() {
        free.release();
    }

    /** Runs a query on the calling thread. */
    int run(String sql) throws SQLException {
        Query query = queries.stream()
                .filter(each -> each.sql().equals(sql))
                .findFirst()
                .orElseThrow(() -> new SQLException("ERROR: this database does not know the query " + sql));
        synchronized (this) {
            asked.add(query);
        }
        try {
            clock.block(query.lane(), "query", query.units());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("ERROR: canceling statement due to user request", stopped);
        }
        if (query.problem().isEmpty()) {
            return query.number();
        }
        if (query.problem().get() instanceof RuntimeException broken) {
            throw broken;
        }
        throw (SQLException) query.problem().get();
    }

    /** The name of a query, as in {@code R1}. */
    String laneOf(String sql) {
        return queries.stream()
                .filter(each -> each.sql().equals(sql))
                .map(Query::lane)
                .findFirst()
                .orElse(sql);
    }

    synchronized List<Query> asked() {
        return List.copyOf(asked);
    }

    /** The connections that were taken and not given back. */
    synchronized List<Session> open() {
        return sessions.stream().filter(Session::isOpen).toList();
    }

    synchronized int taken() {
        return sessions.size();
    }

    synchronized Optional<Session> takenBy(Thread thread) {
        return sessions.stream().filter(session -> session.taker() == thread).findFirst();
    }

    /** A connection on which two queries met. */
    synchronized Optional<Session> shared() {
        return sessions.stream().filter(session -> session.met().isPresent()).findFirst();
    }
}
