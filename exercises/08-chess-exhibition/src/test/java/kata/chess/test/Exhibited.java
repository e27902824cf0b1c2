package kata.chess.test;

import static kata.testkit.PlayAssert.assertThat;

import kata.chess.Exhibition;
import kata.testkit.Call;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.time.HandClock;

/** An exhibition under way in a hall, on a clock that its {@link LongPlay} moves. */
record Exhibited(Stage stage, HandClock clock, Field field, Hall hall, Call<Integer> call, LongPlay play) {

    static Exhibited begun(Stage stage, HandClock clock, Field field) {
        Hall hall = new Hall(clock, field);
        Call<Integer> call = call(stage, hall, field);
        return new Exhibited(stage, clock, field, hall, call, new LongPlay(clock, stage.threads(), field, call));
    }

    static Call<Integer> call(Stage stage, Hall hall, Field field) {
        return stage.call(
                "boardToBoard", () -> Exhibition.boardToBoard(field.boards(), field.pairs(), hall, hall, hall));
    }

    /** Played to its end, it kept every rule and took no longer than it should. */
    void wasRight() {
        Play seen = play.seen(call);
        ScoreSheet sheet =
                new ScoreSheet(field, clock.recorder().timeline()).askedForNothingImpossible(hall, stage.threads());
        if (call.isDone()) {
            call.value();
        }
        sheet.keptTheRules().wentRoundByRound().neverStoodIdle();
        if (!play.asExpected() && !call.isDone()) {
            throw sheet.didNotGoOn(clock.pending() == 0);
        }
        sheet.wasPlayedToTheEnd();
        play.nobodyNapped();
        if (field.isSmall()) {
            assertThat(seen, ExhibitionTest.BOARDS)
                    .leftTheCommonPoolFree()
                    .returnedAtOnce()
                    .waitedForAll();
        }
        sheet.tookAsLongAsItShould().told(call);
    }
}
