package kata.chess.test;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
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
    private final AtomicReference<Refusal> refused = new AtomicReference<>();

    /** What could not be done for the answer, which may not have told anybody, and what to do about it. */
    record Refusal(IllegalArgumentException problem, String advice) {}

    Hall(KataClock clock, Field field) {
        this.clock = clock;
        this.field = field;
        this.begun = new AtomicIntegerArray(field.boards() + 1);
    }

    @Override
    public CompletableFuture<Move> move(int board) {
        if (board < 1 || board > field.boards()) {
            throw refuses(
                    "there is no board " + board + "; they are numbered from 1 to " + field.boards(),
                    "the first board is 1: who counts from 0 adds one when she is sent there");
        }
        int number = begun.incrementAndGet(board);
        if (number > field.pairs()) {
            throw refuses(
                    "the game at board " + board + " is over: " + field.pairs() + " moves were to be made there",
                    "send her to each board once in a round, and count the rounds");
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
            throw refuses(
                    "no such move is waiting for a reply: " + move + "; a move can be shown once, after it was made",
                    "show each move that master.move gives, when its future is complete, and once");
        }
        String lane = Field.lane(move.board());
        return clock.after(lane, REPLY, field.thinkUnits(move.board()), () -> {
            clock.recorder().mark(lane, "reply " + move.number());
            return null;
        });
    }

    private IllegalArgumentException refuses(String why, String advice) {
        IllegalArgumentException problem = new IllegalArgumentException(why);
        refused.compareAndSet(null, new Refusal(problem, advice));
        return problem;
    }

    /** The first thing that it was asked for and could not do. */
    Optional<Refusal> refused() {
        return Optional.ofNullable(refused.get());
    }

    @Override
    public int seconds() {
        return (int) Math.round(clock.now() * Field.SECONDS_IN_A_UNIT);
    }
}
