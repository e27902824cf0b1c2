package kata.chess.given;

import java.util.concurrent.CompletableFuture;

/** The opponents, one at each board. Given: do not change it. */
public interface Opponents {

    /**
     * Shows her move to the opponent at its board, who begins to think. Returns at once.
     *
     * @param move a move that she has made; each can be shown once
     * @return a future that completes by itself when the opponent has replied
     */
    CompletableFuture<Void> reply(Move move);
}
