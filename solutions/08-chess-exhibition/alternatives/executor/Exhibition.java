package kata.chess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

/** She is the one worker of a pool, and her visits are its queue. */
public final class Exhibition {
    private Exhibition() {}

    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        CompletableFuture<Integer> over = new CompletableFuture<>();
        ExecutorService she = Executors.newSingleThreadExecutor();
        List<Future<Void>> replies =
                new ArrayList<>(Collections.nCopies(boards, CompletableFuture.completedFuture(null)));
        List<Future<?>> visits = new ArrayList<>();
        for (int visit = 0; visit < boards * pairs; visit++) {
            int place = visit % boards;
            visits.add(she.submit(() -> {
                replies.get(place).get();
                return replies.set(place, opponents.reply(master.move(place + 1).get()));
            }));
        }
        she.submit(() -> {
            try {
                for (Future<?> visit : visits) {
                    visit.get();
                }
                for (Future<Void> reply : replies) {
                    reply.get();
                }
                over.complete(clock.seconds());
            } catch (InterruptedException | ExecutionException problem) {
                over.completeExceptionally(problem);
            }
        });
        she.shutdown();
        return over;
    }
}
