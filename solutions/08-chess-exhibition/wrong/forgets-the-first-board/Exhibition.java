// Diagnosis: returned-too-early
// At the end it waits for every reply but the one at board 1: off by one.
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
        CompletableFuture<Integer> over = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            List<CompletableFuture<Void>> replies =
                    new ArrayList<>(Collections.nCopies(boards, CompletableFuture.completedFuture(null)));
            for (int visit = 0; visit < boards * pairs; visit++) {
                int place = visit % boards;
                replies.get(place).join();
                replies.set(place, opponents.reply(master.move(place + 1).join()));
            }
            for (int place = boards - 1; place > 0; place--) {
                replies.get(place).join();
            }
            over.complete(clock.seconds());
        });
        return over;
    }
}
