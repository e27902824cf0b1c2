package kata.grader.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kata.grader.check.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and what lies around them: other commands, a folder that cannot be written to, an impatient person. */
class TogetherIT {
    @TempDir
    private Path folder;

    private Kata kata;

    @BeforeEach
    void clone_the_fixture() throws IOException {
        kata = Kata.fixture(folder);
    }

    @Test
    void two_checks_at_once_in_one_clone_without_a_cache_both_say_what_is_so() throws IOException {
        kata.take("reference");
        Workspace.delete(folder.resolve(".kata"));

        List<CompletableFuture<Kata.Outcome>> checks = Stream.of("01", "01", "02")
                .map(number -> CompletableFuture.supplyAsync(
                        () -> kata.run("check", number),
                        task -> Thread.ofPlatform().start(task)))
                .toList();

        assertThat(checks.get(0).join().out()).contains("✔ passed");
        assertThat(checks.get(1).join().out()).contains("✔ passed");
        assertThat(checks.get(2).join().out()).contains("○ still to do");
        assertThat(kata.run().out()).contains("1 of 2");
        try (Stream<Path> left = Files.list(folder.resolve(".kata/tmp"))) {
            assertThat(left).as("folders that were meant for one command only").isEmpty();
        }
    }

    /** Starts a check of an answer that tells who runs it, and then never ends. */
    private Process startEndless() throws IOException {
        kata.write("import java.nio.file.*;", """
                try {
                    Files.writeString(Path.of("%1$s.half"), String.valueOf(ProcessHandle.current().pid()));
                    Files.move(Path.of("%1$s.half"), Path.of("%1$s"));
                } catch (java.io.IOException problem) {
                    throw new IllegalStateException(problem);
                }
                while (true) { Thread.onSpinWait(); }""".formatted(folder.resolve("child")));
        return kata.start(List.of(), folder.resolve("out"), folder.resolve("err"), "check", "01");
    }

    private ProcessHandle childOf(Process check) throws IOException {
        Path child = folder.resolve("child");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(child) || !check.isAlive());
        return ProcessHandle.of(Long.parseLong(Files.readString(child))).orElseThrow();
    }

    @Test
    void an_interrupted_check_takes_its_child_with_it() throws Exception {
        Process check = startEndless();
        ProcessHandle child = childOf(check);

        boolean deaf = ignoresInterrupts();
        new ProcessBuilder("kill", deaf ? "-TERM" : "-INT", String.valueOf(check.pid()))
                .start()
                .waitFor();

        assertThat(check.waitFor(30, TimeUnit.SECONDS)).as("kata ended").isTrue();
        assertThat(check.exitValue()).as("by the signal").isEqualTo(deaf ? 143 : 130);
        child.onExit().get(30, TimeUnit.SECONDS);
    }

    /** A shell starts what it runs in the background deaf to Ctrl-C, and children inherit that. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    @Test
    void a_check_that_is_killed_outright_takes_its_child_with_it_too() throws Exception {
        Process check = startEndless();
        ProcessHandle child = childOf(check);

        check.destroyForcibly().waitFor();

        child.onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_clone_that_cannot_be_written_to_is_told_in_a_sentence() throws IOException {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
        Workspace.delete(folder.resolve(".kata"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Kata.Outcome outcome = kata.run("check", "01");

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err())
                    .startsWith("Cannot write to ")
                    .contains("Make the folder writable")
                    .doesNotContain("\tat ");
            assertThat(kata.run().exitCode()).as("progress only reads").isZero();
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
