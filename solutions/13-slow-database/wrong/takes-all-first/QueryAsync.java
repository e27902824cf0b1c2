// Diagnosis: hoarded-connections
// Takes a connection for every query before the first one starts.
package kata.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

public final class QueryAsync {
    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        List<CompletableFuture<Integer>> numbers = new ArrayList<>();
        try {
            List<Connection> connections = new ArrayList<>();
            for (int i = 0; i < sql.size(); i++) {
                connections.add(database.getConnection());
            }
            for (int i = 0; i < sql.size(); i++) {
                Connection connection = connections.get(i);
                String each = sql.get(i);
                numbers.add(CompletableFuture.supplyAsync(() -> query(connection, each), threads));
            }
        } catch (SQLException problem) {
            return CompletableFuture.failedFuture(problem);
        }
        return CompletableFuture.allOf(numbers.toArray(CompletableFuture[]::new))
                .thenApply(done -> numbers.stream().map(CompletableFuture::join).toList());
    }

    private static int query(Connection taken, String sql) {
        try (Connection connection = taken) {
            return QuerySync.query(connection, sql);
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }
}
