// Diagnosis: two-boards-at-once
// Plays all games at the same time, as if there were a master for each board.
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
        List<CompletableFuture<Void>> games = new ArrayList<>();
        for (int i = 1; i <= boards; i++) {
            int board = i;
            CompletableFuture<Void> game = CompletableFuture.completedFuture(null);
            for (int pair = 1; pair <= pairs; pair++) {
                game = game.thenCompose(replied -> master.move(board)).thenCompose(opponents::reply);
            }
            games.add(game);
        }
        return CompletableFuture.allOf(games.toArray(CompletableFuture[]::new))
                .thenApply(over -> clock.seconds());
    }
}
