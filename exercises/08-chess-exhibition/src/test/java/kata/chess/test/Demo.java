package kata.chess.test;

import java.util.concurrent.CompletableFuture;
import kata.chess.Exhibition;
import kata.chess.given.ExhibitionSync;
import kata.testkit.Playback;
import kata.testkit.evidence.Threads;
import kata.testkit.time.HandClock;

/**
 * Three boards and two pairs of moves at a speed that one can follow; then the lesson's own hall, 24 boards and 30
 * pairs, in simulated time. {@code kata run 08} plays it.
 */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        Field small = new Field(2, 5, Field.ofTheLesson(3).thinkSeconds());
        Playback.ofUnit(Field.SECONDS_IN_A_UNIT)
                .then("The synchronous twin: three boards, two pairs of moves, game after game", clock -> {
                    Hall hall = new Hall(clock, small);
                    return () -> ExhibitionSync.gameAfterGame(small.boards(), small.pairs(), hall, hall, hall);
                })
                .then("Yours, board to board", clock -> {
                    Hall hall = new Hall(clock, small);
                    return () -> Exhibition.boardToBoard(small.boards(), small.pairs(), hall, hall, hall);
                })
                .play();
        System.out.println("The lesson's exhibition, in simulated time: 5 s for her move, 55 s for a reply, 30 pairs");
        inSimulatedTime(24);
        inSimulatedTime(6);
    }

    private static void inSimulatedTime(int boards) {
        Field field = Field.ofTheLesson(boards);
        System.out.printf(
                "  %2d boards   game after game %8s   board to board %8s%n",
                boards, ScoreSheet.text(Tally.gameAfterGame(field)), yours(field));
    }

    private static String yours(Field field) {
        try (HandClock clock = new HandClock()) {
            Hall hall = new Hall(clock, field);
            CompletableFuture<Integer> over = CompletableFuture.supplyAsync(
                            () -> Exhibition.boardToBoard(field.boards(), field.pairs(), hall, hall, hall),
                            task -> Thread.ofPlatform().daemon().start(task))
                    .thenCompose(playing -> playing);
            new LongPlay(clock, new Threads("kata.chess"), field, () -> true, over::isDone).toTheEnd();
            return over.isCompletedExceptionally() || !over.isDone() ? "not yet" : ScoreSheet.text(over.join());
        }
    }
}
