// Diagnosis: blocked-the-caller
// The first round is laid out at once, and before each other one the caller waits.
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
            walk.join();
            for (int i = 0; i < boards; i++) {
                int place = i;
                walk = walk.thenCompose(free -> replies.get(place))
                        .thenCompose(replied -> master.move(place + 1))
                        .thenAccept(move -> replies.set(place, opponents.reply(move)));
            }
        }
        return walk.thenCompose(home -> CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)))
                .thenApply(over -> clock.seconds());
    }
}
