// Diagnosis: shared-connection
// Takes one connection and sends all queries through it: they queue up inside it.
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
        Connection connection;
        try {
            connection = database.getConnection();
        } catch (SQLException problem) {
            return CompletableFuture.failedFuture(problem);
        }
        List<CompletableFuture<Integer>> numbers = sql.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> query(connection, each), threads))
                .toList();
        return CompletableFuture.allOf(numbers.toArray(CompletableFuture[]::new))
                .thenApply(done -> numbers.stream().map(CompletableFuture::join).toList())
                .whenComplete((done, problem) -> close(connection));
    }

    private static int query(Connection connection, String sql) {
        try {
            return QuerySync.query(connection, sql);
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }
}
