// Diagnosis: ran-one-after-another
// Moves the twin to a thread of its own: the caller is free, and nothing else has changed.
package kata.chess;

import java.util.concurrent.CompletableFuture;
import kata.chess.given.ExhibitionSync;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        CompletableFuture<Integer> over = new CompletableFuture<>();
        Thread.startVirtualThread(
                () -> over.complete(ExhibitionSync.gameAfterGame(boards, pairs, master, opponents, clock)));
        return over;
    }
}
