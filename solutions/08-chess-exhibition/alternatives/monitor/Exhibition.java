package kata.chess;

import java.util.concurrent.CompletableFuture;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

/** A virtual thread walks with her and waits at each board, by its monitor, until the reply there has notified it. */
public final class Exhibition {
    private Exhibition() {}

    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        Board[] places = new Board[boards];
        for (int i = 0; i < boards; i++) {
            places[i] = new Board();
        }
        CompletableFuture<Integer> over = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                for (int visit = 0; visit < boards * pairs; visit++) {
                    Board board = places[visit % boards];
                    board.awaitReply();
                    opponents.reply(master.move(visit % boards + 1).join()).thenRun(board::replied);
                }
                for (Board board : places) {
                    board.awaitReply();
                }
                over.complete(clock.seconds());
            } catch (InterruptedException stopped) {
                over.completeExceptionally(stopped);
            }
        });
        return over;
    }

    private static final class Board {
        private boolean thinks;

        /** Comes back when the opponent has replied; with the next move he begins to think. */
        synchronized void awaitReply() throws InterruptedException {
            while (thinks) {
                wait();
            }
            thinks = true;
        }

        synchronized void replied() {
            thinks = false;
            notifyAll();
        }
    }
}
