// Diagnosis: ran-one-after-another
// Asynchronous from head to foot, and still one game after the other.
package kata.chess;

import java.util.concurrent.CompletableFuture;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        CompletableFuture<Void> walk = CompletableFuture.completedFuture(null);
        for (int i = 1; i <= boards; i++) {
            int board = i;
            for (int pair = 1; pair <= pairs; pair++) {
                walk = walk.thenCompose(free -> master.move(board)).thenCompose(opponents::reply);
            }
        }
        return walk.thenApply(over -> clock.seconds());
    }
}
