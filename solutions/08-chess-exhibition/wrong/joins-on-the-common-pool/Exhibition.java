// Diagnosis: blocked-the-common-pool
// The right order, but a worker of the common pool walks along for an hour.
package kata.chess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.chess.given.Master;
import kata.chess.given.Move;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        return CompletableFuture.supplyAsync(() -> {
            List<CompletableFuture<Void>> replies =
                    new ArrayList<>(Collections.nCopies(boards, CompletableFuture.completedFuture(null)));
            for (int pair = 1; pair <= pairs; pair++) {
                for (int i = 0; i < boards; i++) {
                    replies.get(i).join();
                    Move move = master.move(i + 1).join();
                    replies.set(i, opponents.reply(move));
                }
            }
            replies.forEach(CompletableFuture::join);
            return clock.seconds();
        });
    }
}
