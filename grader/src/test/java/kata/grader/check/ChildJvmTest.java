package kata.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kata.grader.result.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
    @TempDir
    private Path work;

    /** The test in the child never ends; the interrupt comes when it is about to begin. */
    @Test
    @Timeout(50)
    void an_interrupt_ends_a_run_and_the_process() throws Exception {
        List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();
        Path classes = Path.of(HangsSample.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (ChildJvm child = new ChildJvm(
                new ChildJvm.Settings(List.of(), 60), classPath, List.of(classes), List.of(HangsSample.class.getName()), work)) {
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
