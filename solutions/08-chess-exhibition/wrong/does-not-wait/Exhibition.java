// Diagnosis: returned-too-early
// Takes her last move for the end: the last opponents are still thinking.
package kata.chess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        List<CompletableFuture<Void>> replies =
                new ArrayList<>(Collections.nCopies(boards, CompletableFuture.completedFuture(null)));
        CompletableFuture<Void> walk = CompletableFuture.completedFuture(null);
        for (int pair = 1; pair <= pairs; pair++) {
            for (int i = 0; i < boards; i++) {
                int place = i;
                walk = walk.thenCompose(free -> replies.get(place))
                        .thenCompose(replied -> master.move(place + 1))
                        .thenAccept(move -> replies.set(place, opponents.reply(move)));
            }
        }
        return walk.thenApply(over -> clock.seconds());
    }
}
