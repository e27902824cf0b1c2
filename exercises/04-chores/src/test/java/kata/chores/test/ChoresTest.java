package kata.chores.test;

import kata.chores.Chores;
import kata.testkit.Kata;
import kata.testkit.Stage;
import kata.testkit.rules.AsyncRules;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Kata
class ChoresTest {

    @Test
    @Order(1)
    @Tag("task-1")
    void every_chore_is_done_once_before_the_evening_ends(Stage stage) {
        Evening evening = Evening.played(stage, Hours.withLongDishwasher(stage.random()));
        evening.that().waitedForAll();
        evening.doneAgainTheNextEvening();
    }

    @Test
    @Order(2)
    @Tag("task-1")
    void one_pair_of_hands_does_one_thing_at_a_time(Stage stage) {
        Evening.playedBesideAnother(stage, Hours.withManyPlants(stage.random()))
                .oneThingAtATime()
                .that()
                .waitedForAll();
    }

    @Test
    @Order(3)
    @Tag("task-1")
    void the_dishwasher_runs_after_dinner(Stage stage) {
        Evening.played(stage, Hours.withLongDishwasher(stage.random())).dishesAfterDinner();
    }

    @Test
    @Order(4)
    @Tag("task-2")
    void a_well_ordered_evening_takes_three_units(Stage stage) {
        Evening.played(stage, Hours.ofTheLesson())
                .oneThingAtATime()
                .dishesAfterDinner()
                .inTheShortestTime()
                .that()
                .leftTheCommonPoolFree()
                .returnedAtOnce()
                .waitedForAll();
    }

    @Test
    @Order(5)
    @Tag("task-2")
    void other_chores_take_other_times(Stage stage) {
        Evening.played(stage, Hours.other(stage.random()))
                .oneThingAtATime()
                .dishesAfterDinner()
                .inTheShortestTime();
    }

    @Test
    @Order(6)
    @Tag("task-2")
    void a_long_wash_runs_beside_everything_else(Stage stage) {
        Evening.played(stage, Hours.withLongWash(stage.random()))
                .oneThingAtATime()
                .dishesAfterDinner()
                .inTheShortestTime()
                .that()
                .leftTheCommonPoolFree()
                .waitedForAll();
    }

    @Test
    @Order(7)
    @Tag("task-2")
    void six_units_of_chores_fit_into_three(Stage stage) {
        Hours hours = Hours.ofTheLesson();
        stage.rightAnswer(hours.ideal());

        stage.clockLaw("Your evening", 3, 3.8, clock -> {
            Home home = new Home(clock, hours);
            return () -> Chores.evening(home);
        });
    }

    @Test
    @Order(8)
    @Tag("task-2")
    void nothing_sleeps_inside_async_code() {
        AsyncRules.ofAnswerWith(Chores.class).neverSleeps();
    }
}
