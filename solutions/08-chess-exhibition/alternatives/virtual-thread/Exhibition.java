package kata.chess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.chess.given.Master;
import kata.chess.given.Move;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

/** She is a virtual thread: she may wait where she has to, and the code reads as she walks. */
public final class Exhibition {
    private Exhibition() {}

    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        CompletableFuture<Integer> over = new CompletableFuture<>();
        Thread.ofVirtual().name("master").start(() -> {
            try {
                walk(boards, pairs, master, opponents);
                over.complete(clock.seconds());
            } catch (RuntimeException problem) {
                over.completeExceptionally(problem);
            }
        });
        return over;
    }

    private static void walk(int boards, int pairs, Master master, Opponents opponents) {
        List<CompletableFuture<Void>> replies =
                new ArrayList<>(Collections.nCopies(boards, CompletableFuture.completedFuture(null)));
        for (int pair = 1; pair <= pairs; pair++) {
            for (int i = 0; i < boards; i++) {
                replies.get(i).join();
                Move move = master.move(i + 1).join();
                replies.set(i, opponents.reply(move));
            }
        }
        replies.forEach(CompletableFuture::join);
    }
}
