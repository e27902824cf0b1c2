// Diagnosis: faked
// Multiplies instead of playing: nobody makes a move.
package kata.chess;

import java.util.concurrent.CompletableFuture;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        int round = Math.max(boards * 5, 5 + 55);
        return CompletableFuture.completedFuture(pairs * round);
    }
}
