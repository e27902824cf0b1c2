// Diagnosis: too-slow
// Begins a round only when all opponents have replied, though the first has long been ready.
package kata.chess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        CompletableFuture<Void> walk = CompletableFuture.completedFuture(null);
        for (int pair = 1; pair <= pairs; pair++) {
            List<CompletableFuture<Void>> replies = new ArrayList<>();
            for (int i = 1; i <= boards; i++) {
                int board = i;
                walk = walk.thenCompose(free -> master.move(board))
                        .thenAccept(move -> replies.add(opponents.reply(move)));
            }
            walk = walk.thenCompose(round -> CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)));
        }
        return walk.thenApply(over -> clock.seconds());
    }
}
