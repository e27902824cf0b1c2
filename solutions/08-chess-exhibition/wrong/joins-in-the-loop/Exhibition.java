// Diagnosis: blocked-the-caller
// The right order, but the caller has to stay for the whole exhibition.
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
        return CompletableFuture.completedFuture(clock.seconds());
    }
}
