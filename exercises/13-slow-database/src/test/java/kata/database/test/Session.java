package kata.database.test;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** A connection, from the moment when it is taken. As on a real one, a query waits until the one before has ended. */
final class Session {
    private final SlowDatabase database;
    private final Thread taker = Thread.currentThread();
    private final StackTraceElement[] takenAt = taker.getStackTrace();
    private final ReentrantLock busy = new ReentrantLock();
    private volatile boolean open = true;
    private volatile String last;
    private volatile String met;

    Session(SlowDatabase database) {
        this.database = database;
    }

    int ask(String sql) throws SQLException {
        checkOpen();
        String lane = database.laneOf(sql);
        if (!busy.tryLock()) {
            met = met == null ? lane + " had to wait for " + last : met;
            try {
                busy.lockInterruptibly();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted while it waited for its connection", stopped);
            }
        }
        try {
            checkOpen();
            last = lane;
            int number = database.run(sql);
            checkOpen();
            return number;
        } finally {
            busy.unlock();
        }
    }

    void checkOpen() throws SQLException {
        if (!open) {
            throw new SQLException("This connection has been closed.");
        }
    }

    void close() {
        synchronized (this) {
            if (!open) {
                return;
            }
            open = false;
        }
        database.givenBack();
    }

    boolean isOpen() {
        return open;
    }

    Thread taker() {
        return taker;
    }

    /** The calls that led to it. */
    StackTraceElement[] takenAt() {
        return takenAt;
    }

    boolean isBusy() {
        return busy.isLocked();
    }

    /** The last query that ran on it. */
    Optional<String> last() {
        return Optional.ofNullable(last);
    }

    /** As in "R2 had to wait for R1", if two queries met on this connection. */
    Optional<String> met() {
        return Optional.ofNullable(met);
    }
}
