package kata.database.given;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The synchronous twin: it waits for each query before it asks the next. Given, to compare with. */
public final class QuerySync {
    private QuerySync() {}

    /**
     * Runs one query on a connection and waits for its answer. The connection stays open.
     *
     * @param sql gives one number, as in {@code SELECT count(*) FROM ships}
     */
    public static int query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Runs one query after another. To close a connection is to give it back. */
    public static List<Integer> queryAll(DataSource database, List<String> sql) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        for (String each : sql) {
            try (Connection connection = database.getConnection()) {
                numbers.add(query(connection, each));
            }
        }
        return numbers;
    }
}
