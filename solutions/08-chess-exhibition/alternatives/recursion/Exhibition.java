package kata.chess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

/** No loop: a visit ends by beginning the next one. */
public final class Exhibition {
    private Exhibition() {}

    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        List<CompletableFuture<Void>> replies =
                new ArrayList<>(Collections.nCopies(boards, CompletableFuture.completedFuture(null)));
        return visit(0, boards * pairs, replies, master, opponents)
                .thenCompose(home -> CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)))
                .thenApply(over -> clock.seconds());
    }

    private static CompletableFuture<Void> visit(
            int done, int visits, List<CompletableFuture<Void>> replies, Master master, Opponents opponents) {
        if (done == visits) {
            return CompletableFuture.completedFuture(null);
        }
        int place = done % replies.size();
        return replies.get(place)
                .thenCompose(replied -> master.move(place + 1))
                .thenCompose(move -> {
                    replies.set(place, opponents.reply(move));
                    return visit(done + 1, visits, replies, master, opponents);
                });
    }
}
