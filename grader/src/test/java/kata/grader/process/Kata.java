package kata.grader.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kata.grader.check.Workspace;

/** The built command line, run as a process on a clone: what a person's shell would start. */
record Kata(Path root) {
    /** The repository that these tests belong to; Maven runs them in the grader's folder. */
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final long SECONDS = 120;

    /** What came of a command. */
    record Outcome(int exitCode, String out, String err) {
        /** What was printed, without what differs from run to run: the times. */
        String steady() {
            return (out + err).replaceAll("\\d+\\.\\d s\\b", "#.# s");
        }
    }

    /** Runs a command to its end. */
    Outcome run(String... arguments) {
        return run(List.of(), arguments);
    }

    /** @param flags of the JVM, as in {@code -Dkata.width=60} */
    Outcome run(List<String> flags, String... arguments) {
        try {
            Path out = Files.createTempFile("kata", ".out");
            Path err = Files.createTempFile("kata", ".err");
            Process process = start(flags, out, err, arguments);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("kata " + String.join(" ", arguments) + " did not end; so far it printed\n"
                        + Files.readString(out));
            }
            Outcome outcome = new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return outcome;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Starts a command that writes what it prints to these files. */
    Process start(List<String> flags, Path out, Path err, String... arguments) throws IOException {
        Path target = REPOSITORY.resolve("grader/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx1g",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-Dkata.root=" + root));
        command.addAll(flags);
        command.addAll(List.of(
                "-cp", target.resolve("grader.jar") + ":" + target.resolve("lib") + "/*", "kata.grader.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.directory(root.toFile());
        return builder.start();
    }

    /** The learner's file of the fixture exercise. */
    Path stub() {
        return root.resolve("exercises/01-greeting/src/main/java/kata/greeting/Greeting.java");
    }

    /** A known answer of the fixture exercise. */
    Path answer(String name) {
        return root.resolve("solutions/01-greeting").resolve(name);
    }

    /** Puts one of the known answers in the stub's place. */
    void take(String answer) throws IOException {
        write(Files.readString(answer(answer).resolve("Greeting.java")));
    }

    /** Puts an answer in the stub's place that does this in its only method. */
    void write(String imports, String body) throws IOException {
        write("""
                package kata.greeting;

                import java.util.List;
                import java.util.concurrent.CompletableFuture;
                import kata.greeting.given.Pause;
                %s
                public final class Greeting {
                    private Greeting() {}

                    public static CompletableFuture<Void> greetAll(List<String> guests, Pause pause) {
                        %s
                    }
                }
                """.formatted(imports, body));
    }

    void write(String text) throws IOException {
        Files.writeString(stub(), text, StandardCharsets.UTF_8);
    }

    /** A small clone in this folder: two exercises, as {@code kata new} lays them out. */
    static Kata fixture(Path folder) throws IOException {
        copy(Fixture.PRISTINE, folder);
        return new Kata(folder);
    }

    /** Laid out once, with the given code compiled; every test gets a copy. */
    private static final class Fixture {
        private static final Path PRISTINE = make();

        private static Path make() {
            try {
                Path root = Files.createTempDirectory("kata-fixture");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Workspace.delete(root)));
                Files.createDirectories(root.resolve("exercises"));
                Files.writeString(
                        root.resolve("exercises/pom.xml"), "<project>\n  <modules>\n  </modules>\n</project>\n");
                Kata kata = new Kata(root);
                for (String slug : List.of("01-greeting", "02-farewell")) {
                    Outcome outcome = kata.run("new", slug);
                    if (outcome.exitCode() != 0) {
                        throw new IllegalStateException("kata new failed: " + outcome);
                    }
                }
                kata.run(
                        "check",
                        "01",
                        "--answer",
                        root.resolve("solutions/01-greeting/reference").toString());
                return root;
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
