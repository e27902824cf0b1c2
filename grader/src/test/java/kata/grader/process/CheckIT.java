package kata.grader.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a learner reads after a check of an honest answer, to the letter where it is always the same. */
class CheckIT {
    @TempDir
    private Path folder;

    private Kata kata;

    @BeforeEach
    void clone_the_fixture() throws IOException {
        kata = Kata.fixture(folder);
    }

    private Kata.Outcome check(String... more) {
        String[] arguments = new String[3 + more.length];
        List.of("check", "01", "--seed=7").toArray(arguments);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return kata.run(arguments);
    }

    private void prints(int exitCode, String expected) {
        Kata.Outcome outcome = check();
        assertThat(outcome.steady()).isEqualTo(expected);
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void a_stub_that_was_not_touched_is_not_started() {
        prints(1, """
                01 greeting   ○ still to do   #.# s

                  Still to do: greetAll greets every guest at the same time.

                  Try   open the stub, read its comment, replace the throw

                  · Task 1: a greeting for each guest, all at the same time

                  Hint  kata hint 01        Picture  .kata/01-greeting/report.html
                """);
    }

    @Test
    void a_right_answer_passes() throws IOException {
        kata.take("reference");

        prints(0, """
                01 greeting   ✔ passed   #.# s

                  ✔ Task 1: a greeting for each guest, all at the same time

                  10 points. Compare with the reference: kata solution 01
                """);
    }

    @Test
    void a_wrong_answer_is_told_what_happened_in_words_in_a_picture_and_by_its_line() throws IOException {
        kata.take("wrong/joins");

        prints(1, """
                01 greeting   ✗ ran one after another   #.# s

                  Your four greetings ran one after another: 4 units in all. Eva began only after Lea had ended.

                        0       1U      2U      3U      4U
                   Lea  ▐██████▌                           yours
                   Eva          ▐██████▌
                   Cleo                 ▐██████▌
                   Ben                          ▐██████▌

                  Greeting.java:11   CompletableFuture.join() held the caller in greetAll() for 4 units

                  Try   start all of them, keep the futures, and wait for those together, with allOf for example

                  · Task 1: a greeting for each guest, all at the same time

                  Hint  kata hint 01        Picture  .kata/01-greeting/report.html
                """);
    }

    @Test
    void a_report_in_seven_bits_has_nothing_else_in_it() throws IOException {
        kata.take("wrong/joins");

        assertThat(check("--ascii").out()).contains("x  ran one after another").matches("(?s)\\p{ASCII}*");
    }

    @Test
    void a_result_for_a_program_is_one_document_and_nothing_else() throws IOException {
        kata.take("wrong/joins");

        Kata.Outcome outcome = check("--format", "json");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        JsonNode result = JsonMapper.builder().build().readTree(outcome.out()).get(0);
        assertThat(result.get("exercise").asString()).isEqualTo("01-greeting");
        assertThat(result.get("verdict").asString()).isEqualToIgnoringCase("failed");
        assertThat(result.get("main").get("failure").get("cause").get("id").asString())
                .isEqualTo("ran-one-after-another");
        assertThat(result.get("seed").asInt()).isEqualTo(7);
        assertThat(result.get("points").asInt()).isZero();
    }

    @Test
    void the_same_dice_give_the_same_words() throws IOException {
        kata.take("wrong/joins");

        assertThat(check().steady()).isEqualTo(check().steady());
    }

    @Test
    void of_all_only_what_has_changed_is_checked_again() throws IOException {
        kata.take("wrong/joins");
        assertThat(reused()).isZero();
        assertThat(reused()).isEqualTo(2);
        assertThat(reused("--again")).isZero();

        kata.take("reference");
        assertThat(reused()).isEqualTo(1);

        Path test = folder.resolve("exercises/01-greeting/src/test/java/kata/greeting/test/GreetingTest.java");
        Files.writeString(test, Files.readString(test) + "\n// Changed.\n");
        assertThat(reused()).isEqualTo(1);
        assertThat(reused()).isEqualTo(2);
    }

    /** How many of the two exercises were not checked anew. */
    private long reused(String... more) {
        String[] arguments =
                Stream.concat(Stream.of("check", "--all"), Stream.of(more)).toArray(String[]::new);
        return kata.run(arguments)
                .out()
                .lines()
                .filter(line -> line.startsWith("Not changed since it was checked"))
                .count();
    }

    @Test
    void an_answer_that_does_not_compile_is_told_the_line() throws IOException {
        kata.write("", "return pause.greet(guests.get(0)).thenRn(() -> {});");

        prints(1, """
                01 greeting   ✗ did not compile   #.# s

                  Greeting.java:11: cannot find symbol
                    symbol:   method thenRn(()->{ })
                    location: class java.util.concurrent.CompletableFuture<java.lang.Void>
                      return pause.greet(guests.get(0)).thenRn(() -> {});

                  · Task 1: a greeting for each guest, all at the same time

                  Picture  .kata/01-greeting/report.html
                """);
    }

    @Test
    void a_method_that_is_gone_is_told() throws IOException {
        kata.write("package kata.greeting;\npublic final class Greeting {}\n");

        Kata.Outcome outcome = check();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("did not compile")
                .contains("greetAll")
                .contains("no longer has it");
    }

    @Test
    void an_answer_of_a_sort_that_no_exercise_asks_for_is_refused_and_not_run() throws IOException {
        Files.writeString(kata.stub().resolveSibling("module-info.java"), "module tea {}");

        prints(1, """
                01 greeting   ✗ was refused   #.# s

                  module-info.java: an answer must not declare a module. Remove this file.

                  · Task 1: a greeting for each guest, all at the same time

                  Picture  .kata/01-greeting/report.html
                """);
    }

    @Test
    void a_file_that_is_missing_is_told_and_how_to_get_it_back() throws IOException {
        Files.delete(kata.stub());

        Kata.Outcome outcome = check();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("there is no Greeting.java").contains("kata reset 01 brings back");
        assertThat(kata.run("reset", "01").exitCode()).isZero();
        assertThat(check().out()).contains("still to do");
    }

    @Test
    void a_file_in_another_package_is_told_its_first_line() throws IOException {
        kata.write("package kata.welcome;\npublic final class Greeting {}\n");

        Kata.Outcome outcome = check();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "Greeting.java declares package kata.welcome. Its first line must be: package kata.greeting;");
    }

    @Test
    void a_file_that_is_not_UTF_8_is_told() throws IOException {
        Files.write(kata.stub(), "package kata.greeting; // Grüße".getBytes(StandardCharsets.ISO_8859_1));

        Kata.Outcome outcome = check();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("cannot be read").contains("Greeting.java is not UTF-8 text");
    }

    @Test
    void a_byte_order_mark_does_no_harm() throws IOException {
        kata.write("\uFEFF" + Files.readString(kata.answer("reference").resolve("Greeting.java")));

        assertThat(check().exitCode()).isZero();
    }

    @Test
    void a_helper_beside_the_stub_is_part_of_the_answer() throws IOException {
        kata.write("", "return Helper.all(guests, pause);");
        Files.writeString(kata.stub().resolveSibling("Helper.java"), """
                package kata.greeting;
                import java.util.*;
                import java.util.concurrent.*;
                final class Helper {
                    static CompletableFuture<Void> all(List<String> guests, kata.greeting.given.Pause pause) {
                        return CompletableFuture.allOf(guests.stream().map(pause::greet).toArray(CompletableFuture[]::new));
                    }
                }
                """);

        assertThat(check().exitCode()).isZero();
    }

    @Test
    void several_exercises_are_checked_in_one_go_and_all_must_pass() throws IOException {
        kata.take("reference");

        Kata.Outcome outcome = kata.run("check", "--all");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).containsSubsequence("01 greeting   ✔ passed", "02 farewell   ○ still to do");
    }

    @Test
    void a_listed_test_that_did_not_run_is_the_katas_own_fault() throws IOException {
        Path properties = folder.resolve("exercises/01-greeting/exercise.properties");
        Files.writeString(
                properties,
                Files.readString(properties)
                        .replace("task.1.tests = ", "task.1.tests = GreetingTest.nobody_wrote_this, "));
        kata.take("reference");

        Kata.Outcome outcome = check();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("GreetingTest.nobody_wrote_this")
                .contains("did not run")
                .contains("not your answer's fault");
    }
}
