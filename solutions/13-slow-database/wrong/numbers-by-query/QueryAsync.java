// Diagnosis: lost-result
// A map has one number for a query that is asked twice.
package kata.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

public final class QueryAsync {
    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        Map<String, CompletableFuture<Integer>> numbers = new LinkedHashMap<>();
        for (String each : sql) {
            numbers.put(each, CompletableFuture.supplyAsync(() -> query(database, each), threads));
        }
        return CompletableFuture.allOf(numbers.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> numbers.values().stream().map(CompletableFuture::join).toList());
    }

    private static int query(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            return QuerySync.query(connection, sql);
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }
}
