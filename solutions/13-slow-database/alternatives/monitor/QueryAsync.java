package kata.database;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import kata.database.given.QuerySync;

/** A board for the numbers, and a virtual thread that waits before it until all of them are there. */
public final class QueryAsync {
    private static final class Board {
        private final Integer[] numbers;
        private int missing;
        private Exception problem;

        private Board(int size) {
            numbers = new Integer[size];
            missing = size;
        }

        private synchronized void write(int place, int number) {
            numbers[place] = number;
            missing--;
            notifyAll();
        }

        private synchronized void fail(Exception why) {
            problem = why;
            notifyAll();
        }

        private synchronized List<Integer> read() throws Exception {
            while (missing > 0 && problem == null) {
                wait();
            }
            if (problem != null) {
                throw problem;
            }
            return Arrays.asList(numbers);
        }
    }

    public static CompletableFuture<List<Integer>> queryAll(DataSource database, List<String> sql, Executor threads) {
        Board board = new Board(sql.size());
        for (int i = 0; i < sql.size(); i++) {
            int place = i;
            threads.execute(() -> {
                try (Connection connection = database.getConnection()) {
                    board.write(place, QuerySync.query(connection, sql.get(place)));
                } catch (Exception problem) {
                    board.fail(problem);
                }
            });
        }
        CompletableFuture<List<Integer>> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                result.complete(board.read());
            } catch (Exception problem) {
                result.completeExceptionally(problem);
            }
        });
        return result;
    }
}
