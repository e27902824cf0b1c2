// Diagnosis: returned-too-early
// Gives back a list that the numbers are added to later.
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
        for (String each : sql) {
            CompletableFuture.runAsync(() -> numbers.add(query(database, each)), threads);
        }
        return CompletableFuture.completedFuture(numbers);
    }

    private static int query(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            return QuerySync.query(connection, sql);
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }
}
