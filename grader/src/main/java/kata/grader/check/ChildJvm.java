package kata.grader.check;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kata.grader.catalogue.UserError;
import kata.grader.result.Run;

/**
 * A fresh JVM for the tests of one check. It is started before the answer is compiled, so that the two go on at the
 * same time, and begins to test when {@link #go} sends it the word that marks its events as its own.
 */
final class ChildJvm implements AutoCloseable {
    private static final int MOST_OUTPUT = 64 * 1024;
    /** So many times its own a check gets at the most for what it waited, or a starved machine would never end one. */
    private static final int AT_MOST_LONGER = 9;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** How the last event begins. */
    private static final String DONE = "{\"event\":\"done\"";
    /** How those begin between which the tests, and not the answer, take their time. */
    private static final String PREPARING = "{\"event\":\"preparing\"";

    private static final String PREPARED = "{\"event\":\"prepared\"";

    private final Process process;
    private final String word = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    private final Thread onExit = new Thread(this::kill);
    private final Tail output = new Tail();
    private final Thread outputReader;
    /** A JVM that writes an archive does so at its very end. */
    private final boolean writesArchive;
    /**
     * After the last event there is nothing more to learn. A JVM left to end by itself would take 300 ms over it: so
     * long it waits for a thread that reads, and one reads to notice when its parent dies.
     */
    private volatile boolean done;

    private final Preparation preparation = new Preparation();

    ChildJvm(Settings settings, List<Path> classPath, List<Path> folders, List<String> testClasses, Path workFolder) {
        List<String> command = new ArrayList<>();
        command.add(javaCommand());
        command.addAll(settings.jvmFlags());
        writesArchive = settings.jvmFlags().stream().anyMatch(SharedArchive::isCreating);
        command.add("-Dkata.flight=" + workFolder.resolve("flight"));
        command.add("-cp");
        command.add(joined(classPath));
        command.add("kata.testkit.result.Runner");
        command.add(joined(folders));
        command.addAll(testClasses);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(workFolder.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.equals("JAVA_TOOL_OPTIONS") || name.equals("JDK_JAVA_OPTIONS"));
            this.process = builder.start();
        } catch (IOException problem) {
            throw new UserError("Cannot start a JVM for the tests: " + problem.getMessage() + ".", problem);
        }
        Runtime.getRuntime().addShutdownHook(onExit);
        outputReader = Thread.ofPlatform()
                .daemon()
                .name("answer-output")
                .start(() -> output.readAll(process.getErrorStream()));
    }

    /** What the tests make ready themselves, such as a server; its time is not the answer's. */
    private static final class Preparation {
        private long before;
        private long begun;
        private boolean goesOn;

        synchronized void begin() {
            begun = System.nanoTime();
            goesOn = true;
        }

        synchronized void end() {
            before = nanos();
            goesOn = false;
        }

        synchronized boolean goesOn() {
            return goesOn;
        }

        /** How long all of it has taken so far. */
        synchronized long nanos() {
            return goesOn ? before + System.nanoTime() - begun : before;
        }
    }

    /** How the child is started. */
    record Settings(List<String> jvmFlags, long timeoutSeconds) {}

    /** Runs a main class on this process's own terminal and waits for its end. */
    static int play(List<String> flags, List<Path> classPath, String mainClass) {
        List<String> command = new ArrayList<>(List.of(javaCommand()));
        command.addAll(flags);
        command.addAll(List.of("-cp", joined(classPath), mainClass));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Thread onExit = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(onExit);
            int exitCode = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(onExit);
            return exitCode;
        } catch (IOException problem) {
            throw new UserError("Cannot start a JVM: " + problem.getMessage() + ".", problem);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Lets the tests begin, takes each event as it comes, and waits for the end.
     *
     * @param timeoutSeconds after which the process is stopped, not counting what it waited for a processor
     */
    Run.End go(long timeoutSeconds, Consumer<String> event) {
        Thread killer = null;
        boolean[] stopped = {false};
        try {
            OutputStream toChild = process.getOutputStream();
            try {
                toChild.write((word + "\n").getBytes(StandardCharsets.UTF_8));
                toChild.flush();
            } catch (IOException childIsGone) {
                // Its exit code tells why.
            }
            killer = Thread.ofPlatform().daemon().name("check-timeout").start(() -> {
                try {
                    if (outstays(TimeUnit.SECONDS.toNanos(timeoutSeconds))) {
                        stopped[0] = true;
                        kill();
                    }
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            });
            // Reading from a process takes no notice of an interrupt; waiting for the reader does.
            Thread reader = Thread.ofPlatform().daemon().name("check-events").start(() -> readEvents(event));
            reader.join();
            if (done && !writesArchive) {
                kill();
            }
            int exitCode = process.waitFor();
            outputReader.join(1000);
            return new Run.End(done ? 0 : exitCode, stopped[0] && !done);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            kill();
            return new Run.End(-1, true);
        } finally {
            if (killer != null) {
                killer.interrupt();
            }
        }
    }

    /**
     * Waits until the process has ended or its time is over. Time that its threads spent in the queue for a processor
     * is added: a right answer on a machine with much else to do is slow, and not at fault. Who has had a processor for
     * all that time did not lack one. Time in which the tests waited for another process that they had started is added,
     * too: that one stands in the same queue, and nobody here sees it.
     */
    private boolean outstays(long nanos) throws InterruptedException {
        long begun = System.nanoTime();
        long allowed = nanos;
        while (!process.waitFor(begun + allowed - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            long extra = Math.min(queuedNanos() + preparation.nanos(), AT_MOST_LONGER * nanos);
            long longer = nanos + extra;
            boolean preparing = preparation.goesOn() && extra < AT_MOST_LONGER * nanos;
            if ((longer - allowed < SECOND && !preparing) || usedNanos() > nanos) {
                return true;
            }
            allowed = Math.min(Math.max(longer, allowed + SECOND), allowed + nanos);
        }
        return false;
    }

    /** What the process has used of the processors, in all its threads. */
    private long usedNanos() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /** For how long the threads of the process have waited for a processor, in all; 0 where Linux does not tell. */
    private long queuedNanos() {
        long sum = 0;
        try (DirectoryStream<Path> tasks =
                Files.newDirectoryStream(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            for (Path task : tasks) {
                sum += queuedNanos(task);
            }
        } catch (IOException | DirectoryIteratorException noProc) {
            // Another system, or the process has just ended: what is known so far will do.
        }
        return sum;
    }

    private static long queuedNanos(Path task) {
        try {
            return Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[1]);
        } catch (IOException ended) {
            return 0;
        }
    }

    private void readEvents(Consumer<String> event) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(word + " ")) {
                    String told = line.substring(word.length() + 1);
                    event.accept(told);
                    if (told.startsWith(PREPARING)) {
                        preparation.begin();
                    } else if (told.startsWith(PREPARED)) {
                        preparation.end();
                    } else if (told.startsWith(DONE)) {
                        done = true;
                        return;
                    }
                } else {
                    output.add(line + "\n");
                }
            }
        } catch (IOException broken) {
            // The process died; its exit code tells why.
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What the answer printed so far. */
    String output() {
        return output.text();
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException endingAnyway) {
            // This JVM is on its way out; the hook does its work.
        }
    }

    /** The end of what was printed: an answer may print gigabytes. */
    private static final class Tail {
        private final StringBuilder kept = new StringBuilder();

        private void readAll(InputStream from) {
            byte[] buffer = new byte[8192];
            try (from) {
                for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                    add(new String(buffer, 0, count, StandardCharsets.UTF_8));
                }
            } catch (IOException closed) {
                // Nothing more is to come.
            }
        }

        private synchronized void add(String text) {
            kept.append(text);
            if (kept.length() > 2 * MOST_OUTPUT) {
                kept.delete(0, kept.length() - MOST_OUTPUT);
            }
        }

        private synchronized String text() {
            return kept.toString();
        }
    }
}
