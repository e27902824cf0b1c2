package kata.grader.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerTest {
    @TempDir
    private Path folder;

    private final Compiler compiler = new Compiler();

    private Compiler.Outcome compile(String name, String text) {
        return compile(List.of(source(name, text)), List.of());
    }

    private Compiler.Outcome compile(List<Answer.Source> sources, List<Path> classPath) {
        return compiler.compile(sources, "kata.tea", classPath, folder.resolve("classes"));
    }

    private Answer.Source source(String name, String text) {
        return new Answer.Source(name, folder.resolve(name), text);
    }

    @Test
    void what_compiles_becomes_class_files_and_tells_what_it_offers() {
        Compiler.Outcome outcome = compile("Tea.java", """
                package kata.tea;
                public class Tea {
                    public static int cups(String of) { return 1; }
                    public int full;
                    int hidden;
                    private void secret() {}
                }
                """);

        assertThat(outcome.ok()).isTrue();
        assertThat(folder.resolve("classes/kata/tea/Tea.class")).exists();
        assertThat(outcome.api())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("kata.tea.Tea: static cups(java.lang.String)"))
                .noneMatch(line -> line.contains("secret") || line.contains("hidden"));
    }

    @Test
    void an_error_is_told_in_the_compilers_own_words_with_file_and_line_and_the_line_itself() {
        Compiler.Outcome outcome =
                compile("Tea.java", "package kata.tea;\n\nclass Tea {\n    int cups = \"three\";\n}\n");

        assertThat(outcome.errors()).hasSize(1);
        assertThat(outcome.errors().get(0))
                .startsWith("Tea.java:4: incompatible types")
                .endsWith("\n    int cups = \"three\";");
    }

    @Test
    void no_more_than_five_errors_are_told() {
        Compiler.Outcome outcome =
                compile("Tea.java", "package kata.tea;\nclass Tea {\n" + "    Unknown cup();\n".repeat(20) + "}\n");

        assertThat(outcome.errors()).hasSize(5);
    }

    @Test
    void a_file_in_another_package_is_told_what_its_first_line_must_be() {
        assertThat(compile("Tea.java", "package kata.coffee;\nclass Tea {}\n").errors())
                .containsExactly("Tea.java declares package kata.coffee. Its first line must be: package kata.tea;");
        assertThat(compile("Tea.java", "class Tea {}\n").errors())
                .containsExactly("Tea.java declares no package. Its first line must be: package kata.tea;");
    }

    @Test
    void a_file_that_cannot_be_parsed_is_not_called_misplaced_as_well() {
        assertThat(compile("Tea.java", "packge kata.tea;\nclass Tea {}\n").errors())
                .isNotEmpty()
                .noneMatch(error -> error.contains("Its first line"));
    }

    @Test
    void a_public_class_in_a_file_of_another_name_is_an_error() {
        assertThat(compile("Cup.java", "package kata.tea;\npublic class Tea {}\n")
                        .errors())
                .anyMatch(error -> error.contains("Tea.java"));
    }

    @Test
    void only_what_is_given_is_compiled() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere/kata/tea"));
        Files.writeString(folder.resolve("elsewhere/kata/tea/Cup.java"), "package kata.tea;\nclass Cup {}\n");

        Compiler.Outcome outcome = compile(
                List.of(source("Tea.java", "package kata.tea;\nclass Tea { Cup cup; }\n")),
                List.of(folder.resolve("elsewhere")));

        assertThat(folder.resolve("classes/kata/tea/Cup.class")).doesNotExist();
        assertThat(outcome.ok() || outcome.errors().get(0).contains("Cup")).isTrue();
    }

    @Test
    void an_annotation_processor_on_the_class_path_never_runs() throws IOException {
        Path processor = folder.resolve("processor");
        Path traces = folder.resolve("traces");
        Compiler.Outcome made =
                compiler.compile(List.of(source("Spy.java", """
                package spy;
                import java.nio.file.*;
                import java.util.Set;
                import javax.annotation.processing.*;
                import javax.lang.model.element.TypeElement;
                @SupportedAnnotationTypes("*")
                public class Spy extends AbstractProcessor {
                    static { try { Files.writeString(Path.of("%s"), "I ran"); } catch (Exception e) { throw new Error(e); } }
                    @Override public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) { return false; }
                }
                """.formatted(traces))), "", List.of(), processor);
        assertThat(made.errors()).isEmpty();
        Path service = processor.resolve("META-INF/services/javax.annotation.processing.Processor");
        Files.createDirectories(service.getParent());
        Files.writeString(service, "spy.Spy\n");

        Compiler.Outcome outcome = compile(
                List.of(source("Tea.java", "package kata.tea;\n@Deprecated class Tea {}\n")), List.of(processor));

        assertThat(outcome.errors()).isEmpty();
        assertThat(traces).doesNotExist();
    }

    @Test
    void an_expression_that_is_nested_too_deeply_is_an_error_like_any_other() {
        String deep = "1" + "+(1".repeat(30_000) + ")".repeat(30_000);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream usual = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(compile("Tea.java", "package kata.tea;\nclass Tea { int cups = " + deep + "; }\n")
                            .errors())
                    .isNotEmpty();
        } finally {
            System.setErr(usual);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .as("javac's own stack")
                .isEmpty();
        assertThat(compile("Tea.java", "package kata.tea;\nclass Tea {}\n").errors())
                .as("the next answer")
                .isEmpty();
    }

    @Test
    void an_answer_without_a_file_compiles_to_nothing() {
        assertThat(compile(List.of(), List.of()).api()).isEmpty();
    }

    @Test
    void letters_of_every_script_and_names_with_spaces_are_read_as_they_are() {
        assertThat(compile("Tea.java", "package kata.tea;\nclass Tea { String 茶 = \"Tässchen ☕\"; }\n")
                        .errors())
                .isEmpty();
        assertThat(compile("my tea%20.java", "package kata.tea;\nclass Tea { int x = y; }\n")
                        .errors()
                        .get(0))
                .startsWith("my tea%20.java:2:");
    }

    @Test
    void a_given_file_that_is_not_UTF_8_is_told_by_name() throws IOException {
        Path given = Files.write(folder.resolve("Given.java"), "class Käse {}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> compiler.compileGiven(List.of(given), List.of(), folder.resolve("classes")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Given.java");
    }

    @Test
    void given_code_that_does_not_compile_says_how_to_put_it_back() throws IOException {
        Path given = Files.writeString(folder.resolve("Given.java"), "class Given { int x = y; }");

        assertThatThrownBy(() -> compiler.compileGiven(List.of(given), List.of(), folder.resolve("classes")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("The exercise's own code does not compile")
                .hasMessageContaining("git checkout");
    }
}
