package kata.chess.test;

import static kata.testkit.PlayAssert.assertThat;

import kata.chess.Exhibition;
import kata.testkit.Call;
import kata.testkit.Kata;
import kata.testkit.Play;
import kata.testkit.Stage;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.rules.AsyncRules;
import kata.testkit.time.HandClock;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class ExhibitionTest {
    static final String BOARDS = "boards";

    @Test
    @Order(1)
    @Tag("task-1")
    void in_a_round_she_walks_on_while_the_opponent_thinks(Stage stage) {
        Field field = Field.ofOneRound(stage.random(), 3 + stage.random().nextInt(2));
        stage.rightAnswer(field.right());
        Hall hall = new Hall(stage.clock(), field);

        Call<Integer> call = Exhibited.call(stage, hall, field);
        Play play = stage.play(call, field.pendingAtStep());

        ScoreSheet sheet = new ScoreSheet(field, play.timeline())
                .askedForNothingImpossible(hall, stage.threads())
                .keptTheRules()
                .neverStoodIdle();
        assertThat(play, BOARDS).finished();
        sheet.wasPlayedToTheEnd().wentRoundByRound();
        assertThat(play, BOARDS).leftTheCommonPoolFree().returnedAtOnce();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void the_exhibition_ends_with_the_last_reply(Stage stage) {
        // Who forgets a board is found out where the last reply comes from it: so each has its turn to be last.
        plays(stage, stage.clock(), Field.ofOneRound(stage.random(), 3, 1));
        playsInAHallOfItsOwn(stage, Field.ofOneRound(stage.random(), 3, 2));
        playsInAHallOfItsOwn(stage, Field.ofOneRound(stage.random(), 3, 3));
    }

    @Test
    @Order(3)
    @Tag("task-2")
    void round_after_round_each_board_has_its_turn(Stage stage) {
        Field field = Field.ofRounds(stage.random(), 3 + stage.random().nextInt(3));
        plays(stage, stage.clock(), field);
        playsBesideAnother(stage, field);
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void she_waits_at_the_board_of_a_slow_opponent(Stage stage) {
        plays(
                stage,
                stage.clock(),
                Field.withASlowOpponent(stage.random(), 3 + stage.random().nextInt(3)));
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void twenty_four_boards_take_an_hour_and_not_twelve(Stage stage) {
        Field field = Field.ofTheLesson(24);
        Assertions.assertThat(Tally.gameAfterGame(field))
                .as("the twin, game after game")
                .isEqualTo(43_200);
        Assertions.assertThat(30 * field.turns().get(24).from())
                .as("30 rounds of 120 seconds")
                .isEqualTo(3_600);
        playsInAHallOfItsOwn(stage, field);
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void with_six_boards_she_waits_for_her_opponents(Stage stage) {
        Field field = Field.ofTheLesson(6);
        Assertions.assertThat(30 * field.turns().get(6).from())
                .as("30 rounds of 60 seconds")
                .isEqualTo(1_800);
        playsInAHallOfItsOwn(stage, field);
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(Exhibition.class).neverSleeps();
    }

    private static void playsInAHallOfItsOwn(Stage stage, Field field) {
        plays(stage, stage.anotherClock(), field);
    }

    /** Another exhibition has had its first round, and goes on only when this one is over. */
    private static void playsBesideAnother(Stage stage, Field field) {
        Field elsewhere = Field.ofLongThoughts(field.boards());
        playsInAHallOfItsOwn(stage, elsewhere);
        try {
            Exhibited there = Exhibited.begun(stage, stage.anotherClock(), elsewhere);
            there.play().oneRound();
            playsInAHallOfItsOwn(stage, field);
            there.play().toTheEnd();
            // What the one did must not show in the other, whichever is over first.
            there.wasRight();
        } catch (KataFailure failure) {
            throw ScoreSheet.onlyBesideAnother(failure);
        }
    }

    private static void plays(Stage stage, HandClock clock, Field field) {
        if (clock == stage.clock()) {
            stage.rightAnswer(field.right());
        }
        Exhibited here = Exhibited.begun(stage, clock, field);
        here.play().toTheEnd();
        here.wasRight();
    }
}
