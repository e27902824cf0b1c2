package kata.grader;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Data flows one way: catalogue and result know nobody; diagnosis judges by them; check runs and has judged; progress
 * keeps; report shows; cli drives. A stage takes the record of the one before and never calls back.
 */
class DirectionOfDependenciesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kata");
    private static final JavaClasses GRADER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kata.grader");

    private static void knowsNoOtherThan(String stage, String... others) {
        String[] allowed = Stream.concat(
                        Stream.of(
                                "java..",
                                "javax..",
                                "com.sun..",
                                "tools.jackson..",
                                "kata.testkit..",
                                "org.jspecify..",
                                "kata.grader." + stage + ".."),
                        Stream.of(others).map(other -> "kata.grader." + other + ".."))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("kata.grader." + stage + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(GRADER);
    }

    @Test
    void there_is_something_to_check() {
        assertThat(CLASSES.contain("kata.grader.check.Engine")).isTrue();
        assertThat(CLASSES.contain("kata.testkit.Stage")).isTrue();
    }

    @Test
    void the_catalogue_knows_nobody() {
        knowsNoOtherThan("catalogue");
    }

    @Test
    void results_know_nobody() {
        knowsNoOtherThan("result");
    }

    @Test
    void a_diagnosis_follows_from_an_exercise_and_a_run() {
        knowsNoOtherThan("diagnosis", "catalogue", "result");
    }

    @Test
    void a_check_knows_neither_who_asked_for_it_nor_who_will_show_it() {
        knowsNoOtherThan("check", "catalogue", "result", "diagnosis");
    }

    @Test
    void progress_reads_results_and_shows_nothing() {
        knowsNoOtherThan("progress", "catalogue", "result", "diagnosis", "check");
    }

    @Test
    void reports_read_results_and_never_run_anything() {
        noClasses()
                .that()
                .resideInAPackage("kata.grader.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kata.grader.check..", "kata.grader.diagnosis..", "kata.grader.cli..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Process.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(GRADER);
    }

    @Test
    void nobody_depends_on_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage("kata.grader.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kata.grader.cli..")
                .check(GRADER);
    }

    @Test
    void only_the_command_line_knows_picocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("kata.grader.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(GRADER);
    }

    @Test
    void no_two_stages_depend_on_each_other() {
        slices().matching("kata.grader.(*)..").should().beFreeOfCycles().check(GRADER);
    }

    @Test
    void the_testkit_knows_no_grader() {
        noClasses()
                .that()
                .resideInAPackage("kata.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kata.grader..")
                .check(CLASSES);
    }

    @Test
    void exercises_and_answers_know_no_grader() throws IOException {
        for (String folder : List.of("exercises", "solutions")) {
            try (Stream<Path> files = Files.walk(Path.of("..", folder))) {
                List<Path> sources =
                        files.filter(file -> file.toString().endsWith(".java")).toList();
                assertThat(sources).isNotEmpty().noneMatch(file -> text(file).contains("kata.grader"));
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
