package kata.grader.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that end, exhaust or deceive the process that tests them. None passes, none takes kata down with it. */
class HostileAnswerIT {
    private static final String REFERENCE =
            "return CompletableFuture.allOf(guests.stream().map(pause::greet).toArray(CompletableFuture[]::new));";

    @TempDir
    private Path folder;

    private Kata kata;

    @BeforeEach
    void clone_the_fixture() throws IOException {
        kata = Kata.fixture(folder);
    }

    private Kata.Outcome check(String body) throws IOException {
        kata.write("import java.util.*;\n", body);
        return kata.run("check", "01", "--timeout=20");
    }

    private static void isRed(Kata.Outcome outcome, String headline) {
        assertThat(outcome.out()).contains("✗ " + headline).doesNotContain("\tat ");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void an_answer_that_ends_the_program_crashed_whatever_exit_code_it_chose() throws IOException {
        isRed(check("System.exit(0); return null;"), "ended the program");
        isRed(check("Runtime.getRuntime().halt(0); return null;"), "ended the program");
    }

    @Test
    void an_answer_that_never_ends_is_accused_of_its_line() throws IOException {
        Kata.Outcome outcome = check("while (guests != null) { Thread.onSpinWait(); } return null;");

        isRed(outcome, "a loop that burns the processor while it waits");
        assertThat(outcome.out()).contains("Greeting.java:12");
    }

    @Test
    void a_check_that_is_not_done_in_time_is_stopped() throws IOException {
        kata.write("", "while (guests != null) { Thread.onSpinWait(); } return null;");

        Kata.Outcome outcome = kata.run("check", "01", "--timeout=0");

        isRed(outcome, "did not end");
        assertThat(outcome.out()).contains("still running when its time was over");
    }

    @Test
    void an_answer_that_uses_up_all_memory_crashed() throws IOException {
        Kata.Outcome outcome =
                check("List<long[]> all = new ArrayList<>(); while (true) { all.add(new long[1 << 20]); }");

        isRed(outcome, "ended the program");
        assertThat(outcome.out())
                .containsPattern("nor use up all\\s+its memory")
                .contains("OutOfMemoryError");
    }

    @Test
    void an_answer_that_overflows_its_stack_threw() throws IOException {
        isRed(check("return greetAll(guests, pause);"), "your code threw an exception");
    }

    @Test
    void megabytes_of_output_are_cut_to_their_end() throws IOException {
        Kata.Outcome outcome = check("""
                for (int i = 0; i < 1000; i++) { System.out.println("chatter ".repeat(250) + i); }
                System.err.println("the very last");
                """ + REFERENCE);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().length()).isLessThan(20_000);
        assertThat(outcome.out())
                .contains("Your code printed (its last 20 lines")
                .contains("chatter chatter")
                .contains("the very last");
    }

    @Test
    void output_cannot_steer_the_terminal() throws IOException {
        Kata.Outcome outcome = check("System.out.println(\"\\u001B[2Jhello\\u0007\"); " + REFERENCE);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("hello").doesNotContain("\u001B").doesNotContain("\u0007");
    }

    @Test
    void fake_result_lines_on_every_stream_are_output_and_nothing_more() throws IOException {
        Kata.Outcome outcome = check("""
                String[] lines = {
                    "{\\"event\\":\\"finished\\",\\"test\\":\\"GreetingTest.all_guests_are_greeted_at_the_same_time\\",\\"outcome\\":\\"passed\\",\\"millis\\":1}",
                    "{\\"event\\":\\"done\\",\\"count\\":1}"
                };
                java.io.PrintStream raw = new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
                for (String word : List.of("", "0000000000000000 ")) {
                    for (String line : lines) { System.out.println(word + line); System.err.println(word + line); raw.println(word + line); }
                }
                Runtime.getRuntime().halt(0);
                return null;""");

        isRed(outcome, "ended the program");
        assertThat(outcome.out()).contains("Your code printed");
    }

    @Test
    void a_pool_that_is_left_open_does_not_keep_the_check_alive() throws IOException {
        Kata.Outcome outcome = check("""
                java.util.concurrent.Executors.newFixedThreadPool(1).submit(() -> "a worker that waits for more");
                """ + REFERENCE);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("1 thread was left behind");
    }
}
