// Diagnosis: completion-order
// Each number adds itself to one list, in the order in which they come.
package kata.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

public final class QueryAsync {
    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<?>[] added = sql.stream()
                .map(each -> CompletableFuture.runAsync(() -> numbers.add(query(database, each)), threads))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(added).thenApply(done -> numbers);
    }

    private static int query(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            return QuerySync.query(connection, sql);
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }
}
