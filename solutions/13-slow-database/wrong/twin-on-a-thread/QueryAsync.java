// Diagnosis: ran-one-after-another
// The caller is free, but the synchronous twin runs on the other thread as slowly as ever.
package kata.database;

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
                () -> {
                    try {
                        return QuerySync.queryAll(database, sql);
                    } catch (SQLException problem) {
                        throw new CompletionException(problem);
                    }
                },
                threads);
    }
}
