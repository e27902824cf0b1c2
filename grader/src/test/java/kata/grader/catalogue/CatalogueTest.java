package kata.grader.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final String PROPERTIES = """
            title = a lesson
            package = kata.tea
            stub = Tea.java, Cup.java
            task.1 = boil
            task.1.points = 4
            task.1.tests = TeaTest.a
            task.2 = fill
            task.2.points = 6
            task.2.tests = \\
              TeaTest.b, \\
              CupTest.c
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void three_exercises() throws IOException {
        for (String slug : List.of("01-count-async", "02-waiter-and-cook", "12-async-pages")) {
            exercise(slug, PROPERTIES);
        }
        Files.createDirectories(root.resolve("exercises/testkit"));
        Files.createDirectories(root.resolve("exercises/03-half-made"));
    }

    private void exercise(String slug, String properties) throws IOException {
        Path folder = Files.createDirectories(root.resolve("exercises").resolve(slug));
        Files.writeString(folder.resolve("exercise.properties"), properties);
    }

    private String found(String wanted) {
        return new Catalogue(root).find(wanted).slug();
    }

    @Test
    void exercises_come_in_the_order_of_their_numbers_and_nothing_else_is_one() {
        assertThat(new Catalogue(root).exercises())
                .extracting(Exercise::slug)
                .containsExactly("01-count-async", "02-waiter-and-cook", "12-async-pages");
    }

    @Test
    void an_exercise_knows_its_tasks_points_tests_and_folders() {
        Exercise exercise = new Catalogue(root).exercises().get(0);

        assertThat(exercise.number()).isEqualTo("01");
        assertThat(exercise.name()).isEqualTo("count-async");
        assertThat(exercise.points()).isEqualTo(10);
        assertThat(exercise.stubs()).containsExactly("Tea.java", "Cup.java");
        assertThat(exercise.tests()).containsExactly("TeaTest.a", "TeaTest.b", "CupTest.c");
        assertThat(exercise.testClasses()).containsExactly("kata.tea.test.TeaTest", "kata.tea.test.CupTest");
        assertThat(exercise.answerFolder()).isEqualTo(root.resolve("exercises/01-count-async/src/main/java/kata/tea"));
    }

    @Test
    void an_exercise_is_found_by_its_number_with_or_without_a_leading_zero() {
        assertThat(found("1")).isEqualTo("01-count-async");
        assertThat(found("01")).isEqualTo("01-count-async");
        assertThat(found("12")).isEqualTo("12-async-pages");
    }

    @Test
    void an_exercise_is_found_by_its_slug_its_name_and_its_folder_in_any_case() {
        for (String wanted : List.of(
                "02-waiter-and-cook",
                "waiter-and-cook",
                "WAITER-and-cook",
                " 02-waiter-and-cook ",
                "exercises/02-waiter-and-cook/",
                "/home/me/kata/exercises/02-waiter-and-cook")) {
            assertThat(found(wanted)).as(wanted).isEqualTo("02-waiter-and-cook");
        }
    }

    @Test
    void an_exercise_is_found_by_any_part_that_only_it_has() {
        assertThat(found("cook")).isEqualTo("02-waiter-and-cook");
        assertThat(found("count")).isEqualTo("01-count-async");
    }

    @Test
    void a_part_that_several_have_is_refused_and_all_of_them_are_named() {
        assertThatThrownBy(() -> found("async"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("01-count-async")
                .hasMessageContaining("12-async-pages")
                .hasMessageNotContaining("02-waiter-and-cook");
    }

    @Test
    void an_unknown_name_suggests_the_nearest() {
        assertThatThrownBy(() -> found("waitre-and-cok"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Did you mean 02-waiter-and-cook?");
        assertThatThrownBy(() -> found("99")).isInstanceOf(UserError.class).hasMessageContaining("\"99\"");
        assertThatThrownBy(() -> found("")).isInstanceOf(UserError.class);
    }

    @Test
    void a_property_that_is_missing_is_named_with_its_file() throws IOException {
        for (String key : List.of("title", "package", "stub", "task.1.points", "task.2.tests")) {
            exercise("01-count-async", PROPERTIES.replaceFirst("(?m)^" + key + " = .*$", ""));

            assertThatThrownBy(() -> new Catalogue(root))
                    .as(key)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(key)
                    .hasMessageContaining("01-count-async");
        }
    }

    @Test
    void points_that_are_no_number_are_refused() throws IOException {
        for (String points : List.of("many", "-3", "2.5")) {
            exercise("01-count-async", PROPERTIES.replace("task.1.points = 4", "task.1.points = " + points));

            assertThatThrownBy(() -> new Catalogue(root))
                    .as(points)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("task.1.points");
        }
    }

    @Test
    void an_exercise_without_a_task_is_refused() throws IOException {
        exercise("01-count-async", "title = a lesson\npackage = kata.tea\nstub = Tea.java\n");

        assertThatThrownBy(() -> new Catalogue(root))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("names no task");
    }

    @Test
    void properties_that_cannot_be_read_are_refused() throws IOException {
        exercise("01-count-async", PROPERTIES + "needs = \\u00zz\n");

        assertThatThrownBy(() -> new Catalogue(root))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("exercise.properties");
    }

    @Test
    void a_folder_that_is_no_clone_is_refused(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> new Catalogue(elsewhere))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no folder exercises");
    }

    @Test
    void every_known_answer_is_listed_the_stub_first() throws IOException {
        for (String answer : List.of("stub", "reference", "alternatives/b", "alternatives/a", "wrong/joins")) {
            Files.createDirectories(root.resolve("solutions/01-count-async").resolve(answer));
        }
        Catalogue catalogue = new Catalogue(root);

        assertThat(catalogue.answers(catalogue.find("01")))
                .extracting(Answer::name)
                .containsExactly("stub", "reference", "alternatives/a", "alternatives/b", "wrong/joins");
    }
}
