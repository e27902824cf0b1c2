package kata.chess.test;

import java.util.concurrent.CompletableFuture;
import kata.chess.given.ExhibitionSync;
import kata.chess.given.Master;
import kata.chess.given.Move;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;

/** For the twin, which waits for everything, the seconds only add up: every move and every reply is there at once. */
final class Tally implements Master, Opponents, SimClock {
    private final Field field;
    private int seconds;

    private Tally(Field field) {
        this.field = field;
    }

    /** How long the twin takes. */
    static int gameAfterGame(Field field) {
        Tally tally = new Tally(field);
        return ExhibitionSync.gameAfterGame(field.boards(), field.pairs(), tally, tally, tally);
    }

    @Override
    public CompletableFuture<Move> move(int board) {
        seconds += field.moveSeconds();
        return CompletableFuture.completedFuture(new Move(board, 0));
    }

    @Override
    public CompletableFuture<Void> reply(Move move) {
        seconds += field.thinkSeconds().get(move.board() - 1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public int seconds() {
        return seconds;
    }
}
