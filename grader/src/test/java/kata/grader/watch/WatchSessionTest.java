package kata.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.Task;
import kata.grader.progress.Progress.Standing;
import kata.grader.progress.Progress.State;
import kata.grader.report.Style;
import kata.grader.result.CheckResult;
import kata.grader.result.CheckResult.TaskResult;
import kata.grader.result.Verdict;
import org.junit.jupiter.api.Test;

class WatchSessionTest {
    private static final Exercise TEA = exercise("01-make-tea");
    private static final Exercise CUPS = exercise("02-fill-cups");
    private static final Exercise CAKE = exercise("03-bake-cake");

    private final Pages pages = new Pages(
            new Style(false, true, 80), exercise -> "  - yours\n  + the reference's", result -> "report.html");
    private final WatchSession session = session(State.NOT_STARTED);

    private WatchSession session(State first) {
        return new WatchSession(
                pages,
                List.of(standing(TEA, first), standing(CUPS, State.NOT_STARTED), standing(CAKE, State.NOT_STARTED)),
                TEA);
    }

    @Test
    void an_exercise_not_begun_is_introduced_and_prepared_but_not_checked() {
        assertThat(session.begin()).containsExactly(new Effect.Prepare(TEA));
        assertThat(screen()).contains("- watching Tea.java").contains("edit Tea.java, and save");
    }

    @Test
    void an_exercise_that_was_edited_meanwhile_is_checked_at_once() {
        assertThat(session(State.UNCHECKED).begin()).containsExactly(new Effect.Check(1, TEA));
    }

    @Test
    void a_save_is_checked_and_its_verdict_shown() {
        assertThat(save("01-make-tea")).containsExactly(new Effect.Check(1, TEA));
        assertThat(screen()).contains("* checking");

        assertThat(session.on(new Event.Checked(1, result(TEA, Verdict.FAILED))))
                .containsExactly(new Effect.Refresh(), new Effect.Prepare(TEA));
        assertThat(screen()).contains("x  it was failed").contains("- watching Tea.java");
    }

    @Test
    void a_save_of_another_exercise_goes_there() {
        assertThat(save("02-fill-cups")).containsExactly(new Effect.Check(1, CUPS));
        assertThat(screen()).startsWith("02-fill-cups");
    }

    @Test
    void a_burst_over_several_exercises_stays_at_the_one_that_is_shown() {
        assertThat(save("01-make-tea", "02-fill-cups")).containsExactly(new Effect.Check(1, TEA));
    }

    @Test
    void the_outcome_of_a_check_that_a_save_overtook_is_not_shown() {
        save("01-make-tea");
        assertThat(save("01-make-tea")).containsExactly(new Effect.Check(2, TEA));

        assertThat(session.on(new Event.Checked(1, result(TEA, Verdict.FAILED))))
                .isEmpty();
        assertThat(session.on(new Event.Broke(1, "interrupted"))).isEmpty();
        assertThat(screen())
                .contains("* checking")
                .doesNotContain("it was failed")
                .doesNotContain("interrupted");
    }

    @Test
    void going_elsewhere_cancels_the_check() {
        save("01-make-tea");
        assertThat(press(Key.NEXT)).containsExactly(new Effect.Cancel(), new Effect.Prepare(CUPS));
        assertThat(session.on(new Event.Checked(1, result(TEA, Verdict.FAILED))))
                .isEmpty();
        assertThat(screen()).startsWith("02-fill-cups").contains("- watching");
    }

    @Test
    void after_a_pass_the_next_is_offered_with_the_difference_to_the_reference() {
        pass();
        assertThat(screen())
                .contains("Press Enter to go on: 02 fill-cups")
                .contains("+ the reference's")
                .contains("press s");
        assertThat(press(Key.ENTER)).containsExactly(new Effect.Prepare(CUPS));
        assertThat(screen()).startsWith("02-fill-cups");
    }

    @Test
    void enter_checks_again_what_has_not_passed() {
        assertThat(press(Key.ENTER)).containsExactly(new Effect.Check(1, TEA));
    }

    @Test
    void hint_and_solution_are_those_of_the_commands() {
        assertThat(press(Key.HINT)).containsExactly(new Effect.Say("Hints", List.of("hint", "01")));
        session.on(new Event.Said("Hints", "look closely. Once more: kata hint 01"));
        assertThat(screen()).contains("look closely. Once more: press h");
        assertThat(press(Key.SOLUTION)).containsExactly(new Effect.Say("Solution", List.of("solution", "01")));
    }

    @Test
    void a_reset_is_asked_for_twice() {
        press(Key.RESET);
        assertThat(screen()).contains("Reset 01-make-tea?");
        assertThat(press(Key.NEXT)).as("any other key leaves it").isEmpty();
        assertThat(screen()).startsWith("01-make-tea").doesNotContain("Reset");

        press(Key.RESET);
        assertThat(press(Key.YES)).containsExactly(new Effect.Say("Reset", List.of("reset", "01")));
    }

    @Test
    void the_list_chooses_with_arrows_and_enter() {
        assertThat(press(Key.LIST)).containsExactly(new Effect.Refresh());
        press(Key.DOWN);
        press(Key.DOWN);
        press(Key.DOWN);
        assertThat(screen()).contains("> . 03-bake-cake");
        assertThat(press(Key.ENTER)).containsExactly(new Effect.Prepare(CAKE));
        assertThat(screen()).startsWith("03-bake-cake");
    }

    @Test
    void a_key_pressed_in_the_list_is_meant_for_the_chosen_one() {
        press(Key.LIST);
        press(Key.DOWN);
        assertThat(press(Key.HINT))
                .containsExactly(new Effect.Prepare(CUPS), new Effect.Say("Hints", List.of("hint", "02")));
    }

    @Test
    void beyond_the_last_and_before_the_first_is_the_list() {
        press(Key.PREVIOUS);
        assertThat(screen()).contains("> . 01-make-tea");
    }

    @Test
    void run_gives_the_terminal_away_and_quit_cancels() {
        assertThat(press(Key.RUN)).containsExactly(new Effect.Play(TEA));
        assertThat(press(Key.QUIT)).containsExactly(new Effect.Cancel(), new Effect.Quit());
    }

    @Test
    void every_size_gets_as_many_lines_as_it_has_rows_and_none_too_long() {
        pass();
        for (int width : List.of(1, 20, 40, 80, 200)) {
            for (int height : List.of(1, 3, 5, 10, 15, 24, 60)) {
                List<String> lines = session.screen(width, height);
                assertThat(lines).as(width + "x" + height).hasSize(height);
                assertThat(lines).as(width + "x" + height).allMatch(line -> line.length() <= Math.max(20, width));
            }
        }
    }

    @Test
    void a_page_that_is_too_long_scrolls_and_stops_at_its_ends() {
        session.on(new Event.Said("Long", "line\n".repeat(50) + "the end"));
        assertThat(screen()).contains("1-19 of 53").doesNotContain("the end");
        press(Key.DOWN);
        assertThat(screen()).contains("2-20 of 53");
        press(Key.BOTTOM);
        assertThat(screen()).contains("35-53 of 53").contains("the end");
        press(Key.PAGE_DOWN);
        assertThat(screen()).contains("35-53 of 53");
        press(Key.TOP);
        press(Key.UP);
        assertThat(screen()).contains("1-19 of 53");
    }

    private void pass() {
        save("01-make-tea");
        session.on(new Event.Checked(1, result(TEA, Verdict.PASSED)));
        session.on(new Event.Ladder(List.of(
                new Standing(TEA, State.PASSED, Optional.of(result(TEA, Verdict.PASSED))),
                standing(CUPS, State.NOT_STARTED),
                standing(CAKE, State.NOT_STARTED))));
    }

    private List<Effect> press(Key key) {
        List<Effect> effects = session.on(new Event.Pressed(key));
        // As on a terminal, where every event is followed by a look.
        session.screen(80, 24);
        return effects;
    }

    private List<Effect> save(String... slugs) {
        return session.on(new Event.Saved(Set.of(slugs)));
    }

    private String screen() {
        return String.join("\n", session.screen(80, 24));
    }

    private static Standing standing(Exercise exercise, State state) {
        return new Standing(exercise, state, Optional.empty());
    }

    private static Exercise exercise(String slug) {
        return new Exercise(
                slug,
                "about " + slug,
                Path.of(slug),
                Path.of(slug),
                "kata.tea",
                List.of("Tea.java"),
                List.of(new Task(1, "do it", 4, List.of("TeaTest.works"))),
                List.of());
    }

    private static CheckResult result(Exercise exercise, Verdict verdict) {
        boolean passed = verdict == Verdict.PASSED;
        return new CheckResult(
                1,
                exercise.slug(),
                "yours",
                "hash",
                "",
                verdict,
                "it was " + verdict.id(),
                passed ? "" : "See.",
                null,
                List.of(new TaskResult(1, "do it", 4, passed)),
                List.of(),
                passed ? 4 : 0,
                4,
                0.5,
                0.2,
                1,
                100,
                "21",
                "",
                Instant.EPOCH);
    }
}
