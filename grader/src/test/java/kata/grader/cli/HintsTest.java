package kata.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kata.grader.Samples;
import kata.grader.catalogue.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintsTest {
    private static final String HINTS = """
            # Hints for 03-make-tea

            Read one at a time.

            ## Task 1

            ### Hint 1

            Two lines of one
            paragraph.

            And another paragraph.

            ### Hint 2

            - a list
            - of two

            ## Task 2: fill

            ### Hint 1: a title

            Fill.
            """;

    @TempDir
    private Path folder;

    private void hints(String text) throws IOException {
        Files.writeString(folder.resolve("HINTS.md"), text);
    }

    @Test
    void the_hints_of_a_task_are_its_own_and_come_in_order() throws IOException {
        hints(HINTS);

        assertThat(HintCommand.hints(Samples.exercise(folder), 1)).hasSize(2);
        assertThat(HintCommand.hints(Samples.exercise(folder), 2)).containsExactly("Fill.");
    }

    @Test
    void lines_of_a_paragraph_are_joined_and_paragraphs_and_lists_are_kept() throws IOException {
        hints(HINTS);

        assertThat(HintCommand.hints(Samples.exercise(folder), 1))
                .containsExactly("Two lines of one paragraph.\n\nAnd another paragraph.", "- a list\n- of two");
    }

    @Test
    void a_task_that_the_exercise_does_not_have_is_refused() throws IOException {
        hints(HINTS);

        for (int task : new int[] {-1, 3}) {
            assertThatThrownBy(() -> HintCommand.hints(Samples.exercise(folder), task))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("tasks 1 to 2");
        }
    }

    @Test
    void a_task_without_a_hint_and_a_missing_file_are_refused_in_words() throws IOException {
        assertThatThrownBy(() -> HintCommand.hints(Samples.exercise(folder), 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("HINTS.md is missing");

        hints("## Task 1\n### Hint 1\nOnly here.\n");

        assertThatThrownBy(() -> HintCommand.hints(Samples.exercise(folder), 2))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no hint for task 2");
    }
}
