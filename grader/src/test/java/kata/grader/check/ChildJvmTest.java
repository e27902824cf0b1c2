package kata.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import kata.grader.result.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
    @TempDir
    private Path work;

    /** The test in the child never ends, and does nothing meanwhile that would earn it more time. */
    @Test
    @Timeout(50)
    void a_process_that_hangs_is_stopped_when_its_time_is_over() throws Exception {
        assertThat(timeUntilStopped(HangsSample.class)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(35));
    }

    /** Threads that compute keep one another waiting; that earns no time, beyond what they lack on a busy machine. */
    @Test
    @Timeout(50)
    void nor_has_a_process_longer_that_computes_in_many_threads() throws Exception {
        assertThat(timeUntilStopped(HangsSample.ByComputing.class))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(25));
    }

    /** Twice the time that it has, and nearly all of it waiting for what the test itself makes ready. */
    @Test
    @Timeout(50)
    void what_the_tests_make_ready_does_not_count() throws Exception {
        try (ChildJvm child = running(HangsSample.ByPreparing.class)) {
            Run.End end = child.go(3, event -> {});

            assertThat(end.stopped()).isFalse();
            assertThat(end.exitCode()).isZero();
        }
    }

    private Duration timeUntilStopped(Class<?> test) throws URISyntaxException {
        try (ChildJvm child = running(test)) {
            long begun = System.nanoTime();
            assertThat(child.go(3, event -> {}).stopped()).isTrue();
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private ChildJvm running(Class<?> test) throws URISyntaxException {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Path classes = Path.of(HangsSample.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return new ChildJvm(
                new ChildJvm.Settings(List.of(), 60), classPath, List.of(classes), List.of(test.getName()), work);
    }

    /** The test in the child never ends; the interrupt comes when it is about to begin. */
    @Test
    @Timeout(50)
    void an_interrupt_ends_a_run_and_the_process() throws Exception {
        try (ChildJvm child = running(HangsSample.class)) {
            Thread checking = Thread.currentThread();

            Run.End end = child.go(60, event -> {
                if (event.contains("plan")) {
                    checking.interrupt();
                }
            });

            assertThat(Thread.interrupted()).as("is still interrupted").isTrue();
            assertThat(end.stopped()).isTrue();
        }
    }
}
