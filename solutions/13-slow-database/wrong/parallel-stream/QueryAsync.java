// Diagnosis: blocked-the-common-pool
// A parallel stream lends its threads from the common pool.
package kata.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

public final class QueryAsync {
    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        return CompletableFuture.supplyAsync(
                () -> sql.parallelStream().map(each -> query(database, each)).toList(), threads);
    }

    private static int query(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            return QuerySync.query(connection, sql);
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }
}
