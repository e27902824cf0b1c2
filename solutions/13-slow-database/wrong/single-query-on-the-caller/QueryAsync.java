// Diagnosis: blocked-the-caller
// A single query runs on the caller: there is nothing to do at the same time.
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
        if (sql.size() == 1) {
            try {
                return CompletableFuture.completedFuture(QuerySync.queryAll(database, sql));
            } catch (SQLException | RuntimeException problem) {
                return CompletableFuture.failedFuture(problem);
            }
        }
        List<CompletableFuture<Integer>> numbers = sql.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> query(database, each), threads))
                .toList();
        return CompletableFuture.allOf(numbers.toArray(CompletableFuture[]::new))
                .thenApply(done -> numbers.stream().map(CompletableFuture::join).toList());
    }

    private static int query(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            return QuerySync.query(connection, sql);
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }
}
