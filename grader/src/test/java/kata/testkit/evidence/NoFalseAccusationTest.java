package kata.testkit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.Catalogue;
import kata.grader.catalogue.Exercise;
import kata.grader.check.Engine;
import kata.grader.check.Workspace;
import kata.grader.result.CheckResult;
import kata.grader.result.TestResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Right answers, recorded: nothing may be said to have held the loop, a callback or the common pool. */
class NoFalseAccusationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    /** One that waits with callbacks, one with a blocking client and an executor, one with a loop. */
    private static final Set<String> EXERCISES = Set.of("01", "02", "07");

    @BeforeEach
    void recordEveryTest() {
        System.setProperty(Evidence.PROPERTY, "true");
    }

    @AfterEach
    void recordNothing() {
        System.clearProperty(Evidence.PROPERTY);
    }

    @Test
    void a_right_answer_is_accused_of_nothing(@TempDir Path folder) {
        Engine engine = new Engine(new Workspace(folder), Engine.Options.USUAL);
        Catalogue catalogue = new Catalogue(ROOT);
        List<String> accusations = new ArrayList<>();
        for (Exercise exercise : catalogue.exercises()) {
            if (EXERCISES.contains(exercise.number())) {
                Answer reference = catalogue.reference(exercise);
                CheckResult result = engine.check(exercise, reference);
                assertThat(result.passed())
                        .as("%s: %s", exercise.slug(), result.happened())
                        .isTrue();
                recorded(result).forEach(line -> accusations.add(exercise.slug() + " " + line));
            }
        }

        assertThat(accusations)
                .noneMatch(line -> line.contains("the loop")
                        || line.contains("the thread that ends the pauses")
                        || line.contains("common pool")
                        || line.contains("the caller"));
    }

    private static List<String> recorded(CheckResult result) {
        return result.tests().stream()
                .map(TestResult::notes)
                .flatMap(List::stream)
                .filter(note -> note.startsWith("Recorded: "))
                .toList();
    }
}
