package kata.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts down by hand, each number in its own place, and fails with the first query that fails. */
public final class QueryAsync {
    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        CompletableFuture<List<Integer>> result = new CompletableFuture<>();
        Integer[] numbers = new Integer[sql.size()];
        AtomicInteger left = new AtomicInteger(sql.size());
        if (sql.isEmpty()) {
            result.complete(List.of());
        }
        for (int i = 0; i < sql.size(); i++) {
            int place = i;
            threads.execute(() -> {
                try (Connection connection = database.getConnection();
                        PreparedStatement statement = connection.prepareStatement(sql.get(place));
                        ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new IllegalStateException("no row for " + sql.get(place));
                    }
                    numbers[place] = rows.getInt(1);
                } catch (Exception problem) {
                    result.completeExceptionally(problem);
                    return;
                }
                if (left.decrementAndGet() == 0) {
                    result.complete(Arrays.asList(numbers));
                }
            });
        }
        return result;
    }
}
