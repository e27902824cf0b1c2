package kata.chess;

import java.util.concurrent.CompletableFuture;
import kata.chess.given.Master;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

/**
 * One master, many boards: she walks on while an opponent thinks, and is never at two boards at once.
 * Check it with {@code ./kata check 08}, or {@code mvn test} in this folder.
 */
public final class Exhibition {
    private Exhibition() {}

    /**
     * Plays in rounds: in each, the master makes one move at every board, from board 1 to the last, and then begins
     * again at board 1. She is at one board at a time. A move is shown to its opponent as soon as it is made; she moves
     * again at a board when its opponent has replied, and waits there if he has not. Returns at once.
     *
     * @param boards how many boards there are
     * @param pairs how many pairs of moves are played at each board: her move and the reply to it
     * @return a future that completes when the last opponent has replied to her last move; its value is what the clock
     *     on the wall shows then
     */
    public static CompletableFuture<Integer> boardToBoard(
            int boards, int pairs, Master master, Opponents opponents, SimClock clock) {
        // TODO: send the master from board to board; let the opponents think while she is elsewhere.
        throw new UnsupportedOperationException("TODO: boardToBoard sends the master round the boards");
    }
}
