package kata.database;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

/** A task for each query, and one more that waits at a latch until all have come by. */
public final class QueryAsync {
    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        Integer[] numbers = new Integer[sql.size()];
        AtomicReference<Exception> failure = new AtomicReference<>();
        CountDownLatch open = new CountDownLatch(sql.size());
        for (int i = 0; i < sql.size(); i++) {
            int place = i;
            threads.execute(() -> {
                try (Connection connection = database.getConnection()) {
                    numbers[place] = QuerySync.query(connection, sql.get(place));
                } catch (Exception problem) {
                    failure.compareAndSet(null, problem);
                } finally {
                    open.countDown();
                }
            });
        }
        CompletableFuture<List<Integer>> result = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                open.await();
            } catch (InterruptedException stopped) {
                failure.set(stopped);
            }
            if (failure.get() == null) {
                result.complete(Arrays.asList(numbers));
            } else {
                result.completeExceptionally(failure.get());
            }
        });
        return result;
    }
}
