// Diagnosis: too-few-at-once
// All calls share a pool of as many threads as the first one needed.
package kata.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

public final class QueryAsync {
    private static ExecutorService pool;

    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        Executor mine = pool(sql.size());
        List<CompletableFuture<Integer>> numbers = sql.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> query(database, each), mine))
                .toList();
        return CompletableFuture.allOf(numbers.toArray(CompletableFuture[]::new))
                .thenApply(done -> numbers.stream().map(CompletableFuture::join).toList());
    }

    private static synchronized Executor pool(int size) {
        if (pool == null) {
            pool = Executors.newFixedThreadPool(
                    Math.max(1, size), Thread.ofPlatform().daemon().factory());
        }
        return pool;
    }

    private static int query(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            return QuerySync.query(connection, sql);
        } catch (SQLException problem) {
            throw new CompletionException(problem);
        }
    }
}
