package kata.grader.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTest {
    @TempDir
    private Path folder;

    private Answer answer() {
        return new Answer(Answer.Kind.OWN, "yours", folder);
    }

    @Test
    void its_sources_are_the_java_files_of_its_folder_in_the_order_of_their_names() throws IOException {
        Files.writeString(folder.resolve("B.java"), "class B {}");
        Files.writeString(folder.resolve("A.java"), "class A {}");
        Files.writeString(folder.resolve("notes.txt"), "");
        Files.createDirectories(folder.resolve("Folder.java"));

        assertThat(answer().sources()).extracting(Answer.Source::name).containsExactly("A.java", "B.java");
    }

    @Test
    void a_byte_order_mark_is_dropped() throws IOException {
        Files.writeString(folder.resolve("A.java"), "\uFEFFclass A {}");

        assertThat(answer().sources().get(0).text()).isEqualTo("class A {}");
    }

    @Test
    void text_that_is_not_UTF_8_is_refused_and_the_file_is_named() throws IOException {
        Files.write(folder.resolve("A.java"), "class A { /* Käse */ }".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> answer().sources())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("A.java is not UTF-8");
    }

    @Test
    void a_file_of_more_than_512_KiB_is_refused() throws IOException {
        Files.writeString(folder.resolve("A.java"), "//" + " ".repeat(512 * 1024));

        assertThatThrownBy(() -> answer().sources())
                .isInstanceOf(Answer.Refused.class)
                .hasMessageContaining("A.java is larger");
    }

    @Test
    void a_module_is_refused() throws IOException {
        Files.writeString(folder.resolve("module-info.java"), "module tea {}");

        assertThatThrownBy(() -> answer().sources())
                .isInstanceOf(Answer.Refused.class)
                .hasMessageContaining("must not declare a module");
    }

    @Test
    void a_package_below_is_refused_and_the_given_one_is_not() throws IOException {
        Files.createDirectories(folder.resolve("given"));
        Files.writeString(folder.resolve("given/Kettle.java"), "");
        Files.writeString(folder.resolve("Tea.java"), "");
        assertThat(answer().sources()).hasSize(1);

        Files.createDirectories(folder.resolve("helper"));
        Files.writeString(folder.resolve("helper/Naps.java"), "");

        assertThatThrownBy(() -> answer().sources())
                .isInstanceOf(Answer.Refused.class)
                .hasMessageContaining("Naps.java lies in a package of its own");
    }

    @Test
    void more_files_than_an_answer_can_need_are_refused() throws IOException {
        for (int i = 0; i <= 50; i++) {
            Files.writeString(folder.resolve("A" + i + ".java"), "");
        }

        assertThatThrownBy(() -> answer().sources())
                .isInstanceOf(Answer.Refused.class)
                .hasMessageContaining("51 files");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        Answer nowhere = new Answer(Answer.Kind.OWN, "yours", folder.resolve("nowhere"));

        assertThatThrownBy(nowhere::sources).isInstanceOf(UserError.class).hasMessageContaining("nowhere");
    }

    @Test
    void it_declares_its_cause_in_a_line_of_its_own() throws IOException {
        assertThat(answer().declaredCause()).isEmpty();

        Files.writeString(folder.resolve("A.java"), "// Diagnosis: busy-wait\n// Polls.\nclass A {}");

        assertThat(answer().declaredCause()).contains("busy-wait");
    }
}
