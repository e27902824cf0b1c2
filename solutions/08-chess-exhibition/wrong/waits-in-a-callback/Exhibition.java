// Diagnosis: blocked-a-callback
// Begins with a future and then joins all the others inside its callback.
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
        return master.move(1).thenApply(first -> {
            replies.add(opponents.reply(first));
            for (int board = 2; board <= boards; board++) {
                replies.add(opponents.reply(master.move(board).join()));
            }
            for (int pair = 2; pair <= pairs; pair++) {
                for (int i = 0; i < boards; i++) {
                    replies.get(i).join();
                    replies.set(i, opponents.reply(master.move(i + 1).join()));
                }
            }
            replies.forEach(CompletableFuture::join);
            return clock.seconds();
        });
    }
}
