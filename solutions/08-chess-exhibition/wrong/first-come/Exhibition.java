// Diagnosis: out-of-turn
// One master indeed, but she goes to whoever is ready first, not round by round.
package kata.chess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import kata.chess.given.Master;
import kata.chess.given.Move;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

public final class Exhibition {
    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        Semaphore free = new Semaphore(1, true);
        List<CompletableFuture<Void>> games = new ArrayList<>();
        for (int i = 1; i <= boards; i++) {
            int board = i;
            CompletableFuture<Void> game = new CompletableFuture<>();
            games.add(game);
            Thread.startVirtualThread(() -> {
                for (int pair = 1; pair <= pairs; pair++) {
                    free.acquireUninterruptibly();
                    Move move = master.move(board).join();
                    CompletableFuture<Void> reply = opponents.reply(move);
                    free.release();
                    reply.join();
                }
                game.complete(null);
            });
        }
        return CompletableFuture.allOf(games.toArray(CompletableFuture[]::new))
                .thenApply(over -> clock.seconds());
    }
}
