// Diagnosis: ran-one-after-another
// Wraps what the synchronous twin brings in a future that is already complete.
package kata.database;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

public final class QueryAsync {
    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        try {
            return CompletableFuture.completedFuture(QuerySync.queryAll(database, sql));
        } catch (SQLException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }
}
