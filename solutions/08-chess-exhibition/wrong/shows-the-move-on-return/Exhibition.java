// Diagnosis: opponent-kept-waiting
// Makes all her moves first and shows them to the opponents after the round.
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
        List<Move> moves = new ArrayList<>(Collections.nCopies(boards, null));
        CompletableFuture<Void> walk = CompletableFuture.completedFuture(null);
        for (int pair = 1; pair <= pairs; pair++) {
            for (int i = 0; i < boards; i++) {
                int place = i;
                walk = walk.thenCompose(free -> replies.get(place))
                        .thenCompose(replied -> master.move(place + 1))
                        .thenAccept(move -> moves.set(place, move));
            }
            walk = walk.thenAccept(round -> {
                for (int place = 0; place < boards; place++) {
                    replies.set(place, opponents.reply(moves.get(place)));
                }
            });
        }
        return walk.thenCompose(home -> CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)))
                .thenApply(over -> clock.seconds());
    }
}
