package kata.chess.test;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import kata.testkit.Call;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Sighting;
import kata.testkit.evidence.Threads;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/** What was written down of an exhibition, and the name of the mistake where it was not a right one. */
record ScoreSheet(Field field, Timeline timeline) {
    static final Cause TWO_BOARDS = new Cause(
            "two-boards-at-once",
            "the master was at two boards at once",
            "call master.move for the next board only when the future of her move before it is complete",
            51);
    static final Cause OPPONENT_KEPT_WAITING = new Cause(
            "opponent-kept-waiting",
            "an opponent could not think",
            "call opponents.reply as soon as her move is made, and keep the future until she comes back",
            52);
    static final Cause MOVED_BEFORE_THE_REPLY = new Cause(
            "moved-before-the-reply",
            "moved before the opponent had",
            "keep each board's reply; before she moves there again, let thenCompose follow that reply",
            53);
    static final Cause OUT_OF_TURN = new Cause(
            "out-of-turn",
            "a board was passed over",
            "go through the boards in a fixed order, and wait at the board whose turn it is",
            54);
    private static final Cause MIXED_UP = new Cause(
            "mixed-up-exhibitions",
            "two exhibitions were mixed up",
            "keep what belongs to an exhibition in variables of its own call: a static field is shared by all of them",
            56);

    private List<Span> all(String what) {
        return timeline.spans().stream()
                .filter(span -> span.what().equals(what))
                .sorted(Comparator.comparingLong(Span::begun))
                .toList();
    }

    private List<Span> at(String lane, String what) {
        return all(what).stream().filter(span -> span.lane().equals(lane)).toList();
    }

    /** Whatever was asked for could be done. The answer may have kept to itself that it could not. */
    ScoreSheet askedForNothingImpossible(Hall hall, Threads threads) {
        hall.refused().ifPresent(refusal -> {
            Sighting[] line = threads.threw(refusal.problem()).stream().toArray(Sighting[]::new);
            throw fails(
                    Causes.THREW.advising(refusal.advice()),
                    "You asked for what cannot be: " + refusal.problem().getMessage() + ".",
                    line);
        });
        return this;
    }

    /** The same mistake does not show in an exhibition that is alone. */
    static KataFailure onlyBesideAnother(KataFailure seen) {
        return new KataFailure(
                MIXED_UP,
                "While another exhibition was under way in another hall, this one went wrong, and alone it had not: "
                        + seen.happened(),
                seen.sightings(),
                seen.yours(),
                seen.right());
    }

    /** The rules that hold whatever the time: one board at a time, in turn, and no move before the reply. */
    ScoreSheet keptTheRules() {
        neverAtTwoBoards();
        noOpponentWaited();
        repliedBeforeEachMove();
        return this;
    }

    private void neverAtTwoBoards() {
        List<Span> moves = all(Hall.MOVE);
        for (int i = 1; i < moves.size(); i++) {
            Span before = moves.get(i - 1);
            if (!before.endedBefore(moves.get(i))) {
                throw fails(
                        TWO_BOARDS,
                        "The master was at two boards at once: at "
                                + seconds(moves.get(i).from()) + " she was sent to "
                                + moves.get(i).lane() + " while she still made her move at " + before.lane()
                                + ". Her opponents may think all at the same time, but there is only one of her:"
                                + " concurrent is not parallel.");
            }
        }
    }

    /**
     * Each move was shown at the moment at which it was made. After she has gone to a board out of turn that says
     * nothing: from then on time moves by the steps of a right answer, which this one does not take.
     */
    private void noOpponentWaited() {
        double astray = outOfTurn().stream()
                .mapToDouble(move -> all(Hall.MOVE).get(move).from())
                .findFirst()
                .orElse(Double.MAX_VALUE);
        for (String lane : field.lanes()) {
            List<Span> moves = at(lane, Hall.MOVE);
            List<Span> replies = at(lane, Hall.REPLY);
            for (int i = 0; i < Math.min(moves.size(), replies.size()); i++) {
                if (moves.get(i).to() <= astray
                        && replies.get(i).from() > moves.get(i).to()) {
                    throw fails(
                            OPPONENT_KEPT_WAITING,
                            "She made her move at " + lane + " at "
                                    + seconds(moves.get(i).to()) + ", but it was shown"
                                    + " to the opponent only at "
                                    + seconds(replies.get(i).from())
                                    + ". He could have thought all that time.");
                }
            }
        }
    }

    private void repliedBeforeEachMove() {
        for (String lane : field.lanes()) {
            List<Span> moves = at(lane, Hall.MOVE);
            List<Span> replies = at(lane, Hall.REPLY);
            for (int i = 1; i < moves.size(); i++) {
                if (replies.size() < i || !replies.get(i - 1).endedBefore(moves.get(i))) {
                    throw fails(
                            MOVED_BEFORE_THE_REPLY,
                            "At " + seconds(moves.get(i).from()) + " she began move " + (i + 1) + " at " + lane
                                    + ", but the reply to move " + i
                                    + " had not come yet. Each board has a reply of its"
                                    + " own to wait for.");
                }
            }
        }
    }

    /** In each round every board had one move, from the first board to the last. */
    ScoreSheet wentRoundByRound() {
        outOfTurn().ifPresent(i -> {
            List<Span> moves = all(Hall.MOVE);
            String right = whoseTurn(i);
            String lane = moves.get(i).lane();
            // Later on she may be back at the same board because its opponent happened to be the first to reply.
            if (i == 1 && lane.equals(moves.get(0).lane())) {
                throw fails(
                        Causes.RAN_ONE_AFTER_ANOTHER.advising(
                                "swap the loops: the outer one counts the rounds, the inner one the boards"),
                        "She made her next move at " + lane + " though it was the turn of " + right + ": she sat there"
                                + " until its opponent had replied, and all the other boards waited.");
            }
            throw fails(
                    OUT_OF_TURN,
                    "At " + seconds(moves.get(i).from()) + ", in round " + (i / field.boards() + 1)
                            + ", it was the turn of " + right + ", but she went to " + lane
                            + ". In each round she is once at every board, in order.");
        });
        return this;
    }

    /** Which of her moves was the first that was not made at the board whose turn it was. */
    private OptionalInt outOfTurn() {
        List<Span> moves = all(Hall.MOVE);
        return IntStream.range(1, moves.size())
                .filter(i -> !moves.get(i).lane().equals(whoseTurn(i)))
                .findFirst();
    }

    private String whoseTurn(int move) {
        return field.lanes().get(move % field.boards());
    }

    /** She stood at no board, except to wait for the reply of that board. */
    ScoreSheet neverStoodIdle() {
        List<Span> moves = all(Hall.MOVE);
        for (int i = 1; i < moves.size(); i++) {
            Span before = moves.get(i - 1);
            Span next = moves.get(i);
            double replied = at(next.lane(), Hall.REPLY).stream()
                    .filter(reply -> reply.endedBefore(next))
                    .mapToDouble(Span::to)
                    .max()
                    .orElse(0);
            double earliest = Math.max(before.to(), replied);
            if (next.from() > earliest) {
                throw stoodIdle(before, next, earliest);
            }
        }
        return this;
    }

    private KataFailure stoodIdle(Span before, Span next, double earliest) {
        // From the last board to the first is another matter: there she waited for the round.
        boolean forTheReply = !next.lane().equals(field.lanes().get(0))
                && at(before.lane(), Hall.REPLY).stream()
                        .anyMatch(reply -> reply.from() == before.to() && reply.to() == next.from());
        if (forTheReply) {
            return fails(
                    Causes.RAN_ONE_AFTER_ANOTHER.advising(
                            "show the move to the opponent, keep the future of the reply, and send her on at once"),
                    "She stood at " + before.lane() + " from " + seconds(before.to()) + " to " + seconds(next.from())
                            + ", until its opponent had replied; only then did she go to " + next.lane()
                            + ". While one opponent thinks, she can make her moves at the other boards.");
        }
        return fails(
                Causes.TOO_SLOW.advising("before a move, wait for the reply at that board and for nothing else"),
                "She could have made her move at " + next.lane() + " at " + seconds(earliest)
                        + ": she was free and the opponent there had replied. She made it at " + seconds(next.from())
                        + ". What did she wait for?");
    }

    /** The exhibition was broken off: it came to a stop, or fell so far behind that watching on was no use. */
    KataFailure didNotGoOn(boolean nothingUnderWay) {
        String happened = "By " + seconds(timeline.end()) + " she had made "
                + all(Hall.MOVE).size() + " of " + field.boards() * field.pairs() + " moves";
        return nothingUnderWay
                ? fails(Causes.NEVER_FINISHED, happened + ", and nothing was under way any more.")
                : fails(Causes.TOO_SLOW, happened + ". She was free and somebody had replied, but she did not go on.");
    }

    /** Each move was made and shown. */
    ScoreSheet wasPlayedToTheEnd() {
        if (all(Hall.MOVE).isEmpty()) {
            throw fails(
                    Causes.FAKED.advising(
                            "send her to the boards with master.move: the clock will tell how long it takes"),
                    "The exhibition was over, but the master never made a move. How long it takes follows from the"
                            + " moves, not from a formula.");
        }
        for (String lane : field.lanes()) {
            int moves = at(lane, Hall.MOVE).size();
            int replies = at(lane, Hall.REPLY).size();
            if (moves < field.pairs()) {
                throw fails(
                        Causes.FAKED.advising("play every round at every board; count nothing that was not played"),
                        "At " + lane + " she made " + moves + " of " + field.pairs() + " moves.");
            }
            if (replies < field.pairs()) {
                throw fails(
                        Causes.FAKED.advising("show every move to its opponent, the last one too"),
                        "The opponent at " + lane + " was shown " + replies + " of her " + moves + " moves.");
            }
        }
        return this;
    }

    /** The last move was made, and the last reply came, when a right answer has them. */
    ScoreSheet tookAsLongAsItShould() {
        double move = all(Hall.MOVE).stream().mapToDouble(Span::to).max().orElse(0);
        double reply = all(Hall.REPLY).stream().mapToDouble(Span::to).max().orElse(0);
        if (inSeconds(move) != field.lastMove() || inSeconds(reply) != field.lastReply()) {
            throw fails(
                    Causes.TOO_SLOW.advising("find the moment at which she could have gone on, and did not"),
                    "Her last move was made at " + seconds(move) + " and the last reply came at " + seconds(reply)
                            + "; it could have been " + text(field.lastMove()) + " and " + text(field.lastReply())
                            + ".");
        }
        return this;
    }

    /** The future's value is the time on the wall when the last reply had come. */
    void told(Call<Integer> call) {
        Integer told = call.value();
        if (told == null || told != field.lastReply()) {
            boolean early = told != null && told == field.lastMove();
            throw fails(
                    Causes.WRONG_RESULT.advising("read clock.seconds() when the last reply has come"),
                    "The last reply came at " + text(field.lastReply()) + " by the clock on the wall; the future of "
                            + call.method() + " holds " + told
                            + (early ? ", the time of her last move." : "."));
        }
    }

    private KataFailure fails(Cause cause, String happened, Sighting... at) {
        return field.isSmall()
                ? new KataFailure(cause, happened, List.of(at), timeline, field.right())
                : new KataFailure(cause, happened, List.of(at), Timeline.EMPTY, Timeline.EMPTY);
    }

    private static int inSeconds(double units) {
        return (int) Math.round(units * Field.SECONDS_IN_A_UNIT);
    }

    /** As in "15 s (3U)": the picture has units. */
    private static String seconds(double units) {
        return text(inSeconds(units)) + String.format(Locale.ROOT, " (%.0fU)", units);
    }

    /** 3600 as "3,600 s". */
    static String text(int seconds) {
        return String.format(Locale.ROOT, "%,d s", seconds);
    }
}
