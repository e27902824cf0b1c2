package kata.chess.given;

import java.util.concurrent.CompletableFuture;

/** The master. She has one head and two hands, so she is at one board at a time. Given: do not change it. */
public interface Master {

    /**
     * Sends her to a board, where she makes her next move. Returns at once.
     *
     * @param board which board; the first is 1
     * @return a future that completes by itself when she has made the move
     */
    CompletableFuture<Move> move(int board);
}
