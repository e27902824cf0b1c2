package kata.grader.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other programs that want the processor too, so that verdicts can be tried on a busy machine. */
public final class BusyProcesses implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    /** @param count how many; each uses as much of a core as it gets */
    public BusyProcesses(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx16m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BusyProcesses.class.getName())
                    .redirectErrorStream(true)
                    .start());
        }
    }

    /** One busy process: computes until its parent is gone. */
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (System.in.read() >= 0) {
                    continue;
                }
            } catch (IOException gone) {
                // Gone is what we were waiting for.
            }
            Runtime.getRuntime().halt(0);
        });
        for (long i = 0; ; i++) {
            if (i < 0) {
                i = 0;
            }
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
