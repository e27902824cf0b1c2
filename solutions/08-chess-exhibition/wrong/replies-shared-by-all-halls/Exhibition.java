// Diagnosis: mixed-up-exhibitions
// Each exhibition begins by clearing the boards of a static map, and so forgets what is owed in the other halls.
package kata.chess;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    private static final Map<Integer, CompletableFuture<Void>> REPLIES = new ConcurrentHashMap<>();

    private Exhibition() {}

    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        for (int board = 1; board <= boards; board++) {
            REPLIES.put(board, CompletableFuture.completedFuture(null));
        }
        CompletableFuture<Void> walk = CompletableFuture.completedFuture(null);
        for (int visit = 0; visit < boards * pairs; visit++) {
            int board = visit % boards + 1;
            walk = walk.thenCompose(nothing -> REPLIES.get(board))
                    .thenCompose(replied -> master.move(board))
                    .thenAccept(move -> REPLIES.put(board, opponents.reply(move)));
        }
        return walk.thenCompose(nothing -> CompletableFuture.allOf(REPLIES.values().toArray(CompletableFuture[]::new)))
                .thenApply(replied -> clock.seconds());
    }
}
