// Diagnosis: leaked-connection
// Closes the connection of a query that fails when all others have ended: a pool of one has none for them.
package kata.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

public final class QueryAsync {
    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        Queue<Connection> broken = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Integer>> numbers = sql.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> query(database, each, broken), threads))
                .toList();
        return CompletableFuture.allOf(numbers.toArray(CompletableFuture[]::new))
                .whenComplete((done, problem) -> broken.forEach(QueryAsync::close))
                .thenApply(done -> numbers.stream().map(CompletableFuture::join).toList());
    }

    private static int query(DataSource database, String sql, Queue<Connection> broken) {
        Connection connection = null;
        try {
            connection = database.getConnection();
            int number = QuerySync.query(connection, sql);
            connection.close();
            return number;
        } catch (SQLException | RuntimeException problem) {
            if (connection != null) {
                broken.add(connection);
            }
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
