// Diagnosis: blocked-the-common-pool
// From the second round on a worker of the common pool stands beside her and waits for each reply.
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
        for (int visit = 0; visit < boards * pairs; visit++) {
            int place = visit % boards;
            if (visit >= boards) {
                walk = walk.thenRunAsync(() -> replies.get(place).join());
            }
            walk = walk.thenCompose(free -> master.move(place + 1))
                    .thenAccept(move -> replies.set(place, opponents.reply(move)));
        }
        return walk.thenCompose(home -> CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)))
                .thenApply(over -> clock.seconds());
    }
}
