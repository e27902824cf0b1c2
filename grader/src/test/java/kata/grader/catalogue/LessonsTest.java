package kata.grader.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/lessons.md points to exercises, tests and programs that exist, and leaves no exercise out; and
 * the ladder goes upwards.
 */
class LessonsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern SLUG = Pattern.compile("\\(\\.\\./(\\d\\d-[a-z0-9-]+)/README\\.md\\)");
    private final Catalogue catalogue = new Catalogue(ROOT);

    private record Row(String lesson, String exercise, List<String> shownBy) {}

    @Test
    void every_row_points_to_something_that_exists() throws IOException {
        for (Row row : rows()) {
            Exercise exercise = catalogue.find(row.exercise());
            assertThat(exercise.slug()).as(row.lesson()).isEqualTo(row.exercise());
            for (String shown : row.shownBy()) {
                boolean exists = shown.contains(".")
                        ? exercise.tests().contains(shown)
                        : Files.exists(exercise.testFolder().resolve(shown + ".java"));
                assertThat(exists).as(row.lesson() + ": " + shown).isTrue();
            }
        }
    }

    @Test
    void no_exercise_is_left_out() throws IOException {
        assertThat(rows())
                .extracting(Row::exercise)
                .containsAll(catalogue.exercises().stream().map(Exercise::slug).toList());
    }

    @Test
    void each_exercise_says_which_earlier_ones_it_builds_on() throws IOException {
        for (Exercise exercise : catalogue.exercises()) {
            List<String> said = Files.readAllLines(exercise.folder().resolve("README.md")).stream()
                    .filter(line -> line.startsWith("Builds on "))
                    .toList();
            assertThat(said).as(exercise.slug()).hasSize(1);
            List<String> named = SLUG.matcher(said.get(0))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            if (exercise.equals(catalogue.exercises().get(0))) {
                assertThat(named).as(exercise.slug()).isEmpty();
                continue;
            }
            assertThat(named)
                    .as(exercise.slug())
                    .isNotEmpty()
                    .allSatisfy(slug -> assertThat(catalogue.find(slug).slug())
                            .isEqualTo(slug)
                            .isLessThan(exercise.slug()));
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = Files.readAllLines(ROOT.resolve("docs/lessons.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| lesson "))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
                .map(cells -> new Row(cells[0], cells[1], Arrays.asList(cells[2].split(", "))))
                .toList();
        assertThat(rows).hasSizeGreaterThan(25);
        return rows;
    }
}
