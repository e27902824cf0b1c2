// Diagnosis: ran-one-after-another
// Goes from board to board, but stands at each until its opponent has replied.
package kata.chess;

import java.util.concurrent.CompletableFuture;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        CompletableFuture<Void> walk = CompletableFuture.completedFuture(null);
        for (int pair = 1; pair <= pairs; pair++) {
            for (int i = 1; i <= boards; i++) {
                int board = i;
                walk = walk.thenCompose(free -> master.move(board)).thenCompose(opponents::reply);
            }
        }
        return walk.thenApply(over -> clock.seconds());
    }
}
