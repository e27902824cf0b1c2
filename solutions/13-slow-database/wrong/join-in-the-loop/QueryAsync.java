// Diagnosis: ran-one-after-another
// Joins each query before the next is started.
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
        List<Integer> numbers = new ArrayList<>();
        for (String each : sql) {
            numbers.add(CompletableFuture.supplyAsync(() -> query(database, each), threads).join());
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
