package kata.database;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

/** A pool of its own for the queries, and one of the given threads that waits for all of them. */
public final class QueryAsync {
    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        CompletableFuture<List<Integer>> result = new CompletableFuture<>();
        threads.execute(() -> {
            try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, sql.size()))) {
                List<Callable<Integer>> tasks = new ArrayList<>();
                for (String each : sql) {
                    tasks.add(() -> {
                        try (Connection connection = database.getConnection()) {
                            return QuerySync.query(connection, each);
                        }
                    });
                }
                List<Integer> numbers = new ArrayList<>();
                for (Future<Integer> future : pool.invokeAll(tasks)) {
                    numbers.add(future.get());
                }
                result.complete(numbers);
            } catch (ExecutionException problem) {
                result.completeExceptionally(problem.getCause());
            } catch (InterruptedException problem) {
                result.completeExceptionally(problem);
            }
        });
        return result;
    }
}
