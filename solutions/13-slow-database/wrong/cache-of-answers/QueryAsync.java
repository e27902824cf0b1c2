// Diagnosis: not-sent
// Keeps each number in a static map, and does not ask for it again.
package kata.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

public final class QueryAsync {
    private static final Map<String, Integer> KNOWN = new ConcurrentHashMap<>();

    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        List<CompletableFuture<Integer>> numbers = sql.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> query(database, each), threads))
                .toList();
        return CompletableFuture.allOf(numbers.toArray(CompletableFuture[]::new))
                .thenApply(done -> numbers.stream().map(CompletableFuture::join).toList());
    }

    private static int query(DataSource database, String sql) {
        Integer known = KNOWN.get(sql);
        if (known != null) {
            return known;
        }
        try (Connection connection = database.getConnection()) {
            int number = QuerySync.query(connection, sql);
            KNOWN.put(sql, number);
            return number;
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }
}
