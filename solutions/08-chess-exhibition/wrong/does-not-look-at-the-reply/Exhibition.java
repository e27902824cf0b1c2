// Diagnosis: moved-before-the-reply
// With 24 boards every reply happens to be there; with six it is not.
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
        List<CompletableFuture<Void>> replies = new ArrayList<>();
        CompletableFuture<Void> walk = CompletableFuture.completedFuture(null);
        for (int pair = 1; pair <= pairs; pair++) {
            for (int i = 1; i <= boards; i++) {
                int board = i;
                walk = walk.thenCompose(free -> master.move(board))
                        .thenAccept(move -> replies.add(opponents.reply(move)));
            }
        }
        return walk.thenCompose(home -> CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)))
                .thenApply(over -> clock.seconds());
    }
}
