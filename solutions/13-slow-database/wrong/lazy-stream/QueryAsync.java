// Diagnosis: ran-one-after-another
// A stream is lazy: each query is started and joined before the next is looked at.
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
                () -> sql.stream()
                        .map(each -> CompletableFuture.supplyAsync(() -> query(database, each), threads))
                        .map(CompletableFuture::join)
                        .toList(),
                threads);
    }

    private static int query(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            return QuerySync.query(connection, sql);
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }
}
