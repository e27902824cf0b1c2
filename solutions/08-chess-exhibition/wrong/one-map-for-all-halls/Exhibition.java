// Diagnosis: mixed-up-exhibitions
// The replies lie in a static map, where those of another exhibition lie as well.
package kata.chess;

import java.util.Map;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    private static final Map<Integer, CompletableFuture<Void>> REPLIES = new ConcurrentHashMap<>();

    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        CompletableFuture<Void> walk = CompletableFuture.completedFuture(null);
        for (int visit = 0; visit < boards * pairs; visit++) {
            int board = visit % boards + 1;
            walk = walk.thenCompose(free -> REPLIES.getOrDefault(board, CompletableFuture.completedFuture(null)))
                    .thenCompose(replied -> master.move(board))
                    .thenAccept(move -> REPLIES.put(board, opponents.reply(move)));
        }
        return walk.thenCompose(home -> CompletableFuture.allOf(REPLIES.values().toArray(CompletableFuture[]::new)))
                .thenApply(over -> clock.seconds());
    }
}
