package kata.grader.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands that run no answer print, to the letter. */
class CommandsIT {
    @TempDir
    private Path folder;

    private Kata kata;

    @BeforeEach
    void clone_the_fixture() throws IOException {
        kata = Kata.fixture(folder);
    }

    private void prints(int exitCode, String expected, String... arguments) {
        Kata.Outcome outcome = kata.run(arguments);
        assertThat(outcome.steady()).isEqualTo(expected);
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void progress_on_a_fresh_clone() {
        prints(0, """
                Async Kata    ░░░░░░░░░░░░░░░░░░░░   0 of 2 · 0 of 20 points

                  ▶ 01 greeting   what it teaches, in a few words
                  · 02 farewell   what it teaches, in a few words

                  Next: 01-greeting. Read exercises/01-greeting/README.md, edit Greeting.java, then: kata check 01
                """);
    }

    @Test
    void progress_after_one_answer_passed_and_was_edited_again() throws IOException {
        kata.take("reference");
        prints(0, """
                Async Kata    ░░░░░░░░░░░░░░░░░░░░   0 of 2 · 0 of 20 points

                  ~ 01 greeting   what it teaches, in a few words   (edited, not checked yet)
                  · 02 farewell   what it teaches, in a few words

                  Next: 01-greeting. Read exercises/01-greeting/README.md, edit Greeting.java, then: kata check 01
                """);

        assertThat(kata.run("check", "01").exitCode()).isZero();
        prints(0, """
                Async Kata    ##########..........   1 of 2 - 10 of 20 points

                  + 01 greeting   what it teaches, in a few words
                  > 02 farewell   what it teaches, in a few words

                  Next: 02-farewell. Read exercises/02-farewell/README.md, edit Greeting.java, then: kata check 02
                """, "--ascii");

        kata.take("stub");
        assertThat(kata.run().out())
                .as("an old result is not taken for a new one's")
                .contains("0 of 2");
        kata.take("reference");
        assertThat(kata.run().out()).as("the same files again").contains("1 of 2");
    }

    @Test
    void the_ladder_for_a_program() {
        prints(0, """
                [ {
                  "exercise" : "01-greeting",
                  "title" : "what it teaches, in a few words",
                  "state" : "not_started",
                  "points" : 0,
                  "maxPoints" : 10
                }, {
                  "exercise" : "02-farewell",
                  "title" : "what it teaches, in a few words",
                  "state" : "not_started",
                  "points" : 0,
                  "maxPoints" : 10
                } ]
                """, "list", "--format", "json");
    }

    @Test
    void an_unknown_exercise() {
        prints(
                2,
                "There is no exercise \"greting\". Did you mean 01-greeting? kata list shows them all.\n",
                "check",
                "greting");
    }

    @Test
    void a_part_that_two_exercises_have() {
        prints(2, "\"re\" could be 01-greeting, or 02-farewell: say more of its name, or its number.\n", "check", "re");
    }

    @Test
    void an_unknown_option_and_an_unknown_command() {
        Kata.Outcome option = kata.run("check", "--al");
        assertThat(option.exitCode()).isEqualTo(2);
        assertThat(option.out()).isEmpty();
        assertThat(option.err()).contains("--al").endsWith("kata check --help shows what is possible.\n");

        Kata.Outcome command = kata.run("chekc");
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err()).contains("chekc").contains("check");
    }

    @Test
    void every_command_has_help_with_an_example() {
        String commands = kata.run("--help").out();
        List<String> names = Stream.of(commands.split("(?m)^Commands:$")[1].split("\n"))
                .filter(line -> line.matches("  [a-z-]+ {2,}\\S.*"))
                .map(line -> line.strip().split(" ")[0])
                .filter(name -> !name.equals("help"))
                .toList();
        assertThat(names).contains("check", "list", "run", "hint", "reset", "solution", "doctor", "verify", "new");
        for (String name : names) {
            Kata.Outcome help = kata.run(name, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out())
                    .as(name)
                    .contains("Usage: kata " + name)
                    .containsPattern("Examples?:\n  kata " + name);
        }
    }

    @Test
    void hints_come_one_at_a_time_and_are_remembered() {
        prints(0, """
                01-greeting, task 1: a greeting for each guest, all at the same time

                  Hint 1 of 3
                  A nudge.

                  Once more for the next: kata hint 01
                """, "hint", "01");
        assertThat(kata.run("hint", "01").out())
                .contains("A nudge.")
                .contains("Closer.")
                .doesNotContain("Nearly the answer.");
        assertThat(kata.run("hint", "02", "--all").out())
                .contains("Nearly the answer.")
                .contains("kata solution 02 --spoil");
    }

    @Test
    void reset_puts_the_stub_back_and_keeps_every_file_that_was_there() throws IOException {
        kata.write("// my work");
        Path helper = Files.writeString(kata.stub().resolveSibling("Helper.java"), "// my helper");

        Kata.Outcome outcome = kata.run("reset", "01");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .matches(
                        "Your 2 files are kept in \\.kata/01-greeting/kept/[\\d-]+\\.\n01-greeting is as it was shipped\\.\n");
        assertThat(kata.stub()).hasSameTextualContentAs(kata.answer("stub").resolve("Greeting.java"));
        assertThat(helper).doesNotExist();
        Path kept = folder.resolve(outcome.out().replaceFirst("(?s).*kept in (\\S+)\\.\n.*", "$1"));
        assertThat(kept.resolve("Greeting.java")).hasContent("// my work");
        assertThat(kept.resolve("Helper.java")).hasContent("// my helper");

        assertThat(kata.run("reset", "01").exitCode()).as("in the same second").isZero();
        assertThat(kept.resolve("Greeting.java")).hasContent("// my work");
    }

    @Test
    void the_solution_is_locked_until_the_answer_passed_or_one_wants_to_know() throws IOException {
        prints(
                2,
                "You have not passed 01-greeting yet. Try kata hint 01; if you want to see the solution all the same:"
                        + " kata solution 01 --spoil\n",
                "solution",
                "01");

        Kata.Outcome spoilt = kata.run("solution", "01", "--spoil");
        assertThat(spoilt.exitCode()).isZero();
        assertThat(spoilt.out()).contains("CompletableFuture.allOf");

        kata.take("reference");
        assertThat(kata.run("check", "01").exitCode()).isZero();
        assertThat(kata.run("solution", "01").out()).isEqualTo(spoilt.out());
        assertThat(kata.run("solution", "01", "--idiom", "magic").exitCode()).isEqualTo(2);
    }

    @Test
    void a_new_exercise_is_refused_where_there_is_one_and_where_the_name_is_no_slug() {
        assertThat(kata.run("new", "01-other").exitCode()).isEqualTo(2);
        assertThat(kata.run("new", "Other").exitCode()).isEqualTo(2);
        assertThat(folder.resolve("exercises/01-other")).doesNotExist();
    }

    @Test
    void a_new_exercise_is_verified_and_told_what_it_still_lacks() {
        Kata.Outcome outcome = kata.run("verify", "01");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("✔ stub ")
                .contains("✔ reference ")
                .contains("✔ wrong/joins ")
                .contains("01-greeting has 0 alternatives in other idioms; it needs at least 2.")
                .contains("01-greeting has 1 wrong answers; it needs at least 5.")
                .contains("3 answers, 3 checks, 0 unexpected, 2 faults");
    }

    @Test
    void a_folder_that_is_no_clone() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));

        Kata.Outcome outcome = new Kata(elsewhere).run("check", "01");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("There is no folder exercises in ").doesNotContain("\tat ");
    }
}
