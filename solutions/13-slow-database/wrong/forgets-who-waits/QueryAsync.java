// Diagnosis: never-finished
// Completes the future for a number and for a query that fails, but not if it gets no connection.
package kata.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

public final class QueryAsync {
    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        List<CompletableFuture<Integer>> numbers =
                sql.stream().map(each -> query(database, each, threads)).toList();
        return CompletableFuture.allOf(numbers.toArray(CompletableFuture[]::new))
                .thenApply(done -> numbers.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<Integer> query(DataSource database, String sql, Executor threads) {
        CompletableFuture<Integer> number = new CompletableFuture<>();
        threads.execute(() -> {
            try (Connection connection = database.getConnection()) {
                try {
                    number.complete(QuerySync.query(connection, sql));
                } catch (SQLException | RuntimeException problem) {
                    number.completeExceptionally(problem);
                }
            } catch (SQLException problem) {
                throw new IllegalStateException(problem);
            }
        });
        return number;
    }
}
