package kata.chess.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import kata.testkit.timeline.Timeline;

/**
 * Who plays, and how fast. All times are whole units of five seconds, so that sums are exact.
 *
 * @param pairs how many pairs of moves each game has
 * @param moveSeconds how long the master needs for a move
 * @param thinkSeconds how long the opponent at each board needs for a reply
 */
record Field(int pairs, int moveSeconds, List<Integer> thinkSeconds) {
    /** A unit of the kata stands for so many of the lesson's seconds. */
    static final int SECONDS_IN_A_UNIT = 5;

    /** A move of the master in a right answer, with the reply to it. */
    record Turn(int board, int from, int to, int replied) {}

    /** The lesson's own times: 5 seconds for a move, 55 for a reply, 30 pairs. */
    static Field ofTheLesson(int boards) {
        return new Field(30, 5, Collections.nCopies(boards, 55));
    }

    /** Opponents who think longer than she needs for all the other boards; the last of them is not the slowest. */
    static Field ofOneRound(Random random, int boards) {
        return ofOneRound(random, boards, 1 + random.nextInt(boards - 1));
    }

    /** The same with the last reply at this board. */
    static Field ofOneRound(Random random, int boards, int slowest) {
        int move = 5 * (1 + random.nextInt(3));
        int shortest = move * (boards + 1);
        List<Integer> think = new ArrayList<>();
        for (int board = 0; board < boards; board++) {
            think.add(shortest + 5 * random.nextInt(4));
        }
        think.set(slowest - 1, shortest + move * boards + 15);
        return new Field(1, move, List.copyOf(think));
    }

    /** Some who have replied when she comes back, and some who have not. */
    static Field ofRounds(Random random, int boards) {
        int move = 5 * (1 + random.nextInt(2));
        List<Integer> think = new ArrayList<>();
        for (int board = 0; board < boards; board++) {
            think.add(move * (1 + random.nextInt(boards + 1)) + 5 * random.nextInt(2));
        }
        return new Field(3 + random.nextInt(2), move, List.copyOf(think));
    }

    /** All are quick but one, who is neither first nor last: whoever takes the next that is ready overtakes him. */
    static Field withASlowOpponent(Random random, int boards) {
        List<Integer> think = new ArrayList<>(Collections.nCopies(boards, 5));
        think.set(1 + random.nextInt(boards - 2), 5 * (boards + 4 + random.nextInt(6)));
        return new Field(3, 5, List.copyOf(think));
    }

    /** Opponents who think longer than a round takes, each longer than the one before: she has to wait for them all. */
    static Field ofLongThoughts(int boards) {
        List<Integer> think = new ArrayList<>();
        for (int board = 0; board < boards; board++) {
            think.add(5 * (boards + 1 + 2 * board));
        }
        return new Field(2, 5, List.copyOf(think));
    }

    /** Whether a picture of it could be read. */
    boolean isSmall() {
        return pairs < 30;
    }

    int boards() {
        return thinkSeconds.size();
    }

    static String lane(int board) {
        return "board " + board;
    }

    List<String> lanes() {
        List<String> lanes = new ArrayList<>();
        for (int board = 1; board <= boards(); board++) {
            lanes.add(lane(board));
        }
        return lanes;
    }

    double moveUnits() {
        return moveSeconds / (double) SECONDS_IN_A_UNIT;
    }

    double thinkUnits(int board) {
        return thinkSeconds.get(board - 1) / (double) SECONDS_IN_A_UNIT;
    }

    /** Each move in its turn, as early as the master and the reply before it allow. */
    List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        int[] ready = new int[boards()];
        int now = 0;
        for (int pair = 0; pair < pairs; pair++) {
            for (int board = 0; board < boards(); board++) {
                int from = Math.max(now, ready[board]);
                now = from + moveSeconds;
                ready[board] = now + thinkSeconds.get(board);
                turns.add(new Turn(board + 1, from, now, ready[board]));
            }
        }
        return turns;
    }

    /** When the last move is made in a right answer. */
    int lastMove() {
        return turns().get(turns().size() - 1).to();
    }

    /** When the last reply comes in a right answer. */
    int lastReply() {
        return turns().stream().mapToInt(Turn::replied).max().orElse(0);
    }

    /** What a right answer looks like. */
    Timeline right() {
        Timeline timeline = Timeline.ideal();
        for (Turn turn : turns()) {
            timeline = timeline.with(lane(turn.board()), units(turn.from()), units(turn.to()))
                    .with(lane(turn.board()), units(turn.to()), units(turn.replied()));
        }
        return timeline;
    }

    private static double units(int seconds) {
        return seconds / (double) SECONDS_IN_A_UNIT;
    }

    private TreeSet<Integer> moments() {
        TreeSet<Integer> moments = new TreeSet<>();
        turns().forEach(turn -> moments.addAll(List.of(turn.to(), turn.replied())));
        return moments;
    }

    /** The first step at which she stands at a board and waits for the reply there; -1 if she never has to. */
    int firstWait() {
        List<Turn> turns = turns();
        for (int i = 1; i < turns.size(); i++) {
            int free = turns.get(i - 1).to();
            if (turns.get(i).from() > free) {
                return moments().headSet(free, true).size();
            }
        }
        return -1;
    }

    /** How many moves and replies are under way in a right answer, before each moment at which one ends. */
    int[] pendingAtStep() {
        List<Turn> turns = turns();
        TreeSet<Integer> moments = moments();
        int[] pending = new int[moments.size()];
        int now = 0;
        int step = 0;
        for (int next : moments) {
            int at = now;
            pending[step++] = (int) turns.stream()
                    .filter(turn -> turn.from() <= at && at < turn.replied())
                    .count();
            now = next;
        }
        return pending;
    }
}
