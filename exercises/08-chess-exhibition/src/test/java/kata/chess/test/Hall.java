package kata.chess.test;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import kata.chess.given.Master;
import kata.chess.given.Move;
import kata.chess.given.Opponents;
import kata.chess.given.SimClock;
import kata.testkit.time.KataClock;

/** The given master, opponents and wall clock, on a clock of the testkit: every move and every reply is recorded. */
final class Hall implements Master, Opponents, SimClock {
    static final String MOVE = "move";
    static final String REPLY = "reply";

    private final KataClock clock;
    private final Field field;
    private final AtomicIntegerArray begun;
    private final Set<Move> made = ConcurrentHashMap.newKeySet();

    Hall(KataClock clock, Field field) {
        this.clock = clock;
        this.field = field;
        this.begun = new AtomicIntegerArray(field.boards() + 1);
    }

    @Override
    public CompletableFuture<Move> move(int board) {
        if (board < 1 || board > field.boards()) {
            throw new IllegalArgumentException(
                    "there is no board " + board + ": they are numbered from 1 to " + field.boards());
        }
        int number = begun.incrementAndGet(board);
        if (number > field.pairs()) {
            throw new IllegalArgumentException(
                    "the game at board " + board + " is over: " + field.pairs() + " moves were to be made there");
        }
        return clock.after(Field.lane(board), MOVE, field.moveUnits(), () -> {
            Move move = new Move(board, number);
            made.add(move);
            clock.recorder().mark(Field.lane(board), "move " + number);
            return move;
        });
    }

    @Override
    public CompletableFuture<Void> reply(Move move) {
        if (!made.remove(move)) {
            throw new IllegalArgumentException(
                    "no such move is waiting for a reply: " + move + "; a move can be shown once, after it was made");
        }
        String lane = Field.lane(move.board());
        return clock.after(lane, REPLY, field.thinkUnits(move.board()), () -> {
            clock.recorder().mark(lane, "reply " + move.number());
            return null;
        });
    }

    @Override
    public int seconds() {
        return (int) Math.round(clock.now() * Field.SECONDS_IN_A_UNIT);
    }
}
