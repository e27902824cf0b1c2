package kata.grader.check;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.diagnosis.Judge;
import kata.grader.result.CheckResult;
import kata.grader.result.Run;
import kata.grader.result.Verdict;

/**
 * Checks an answer: compiles it beside the exercise's own copy of the given code, runs the exercise's tests on it in
 * a fresh JVM, and has the outcome judged. The given code and the tests are compiled once and kept.
 *
 * <p>Several threads may check at the same time.
 */
public final class Engine {
    /** Parts of the grader's own class path that the tests have no business with. */
    private static final List<String> NOT_FOR_TESTS =
            List.of("grader", "picocli", "jackson-databind", "jackson-annotations", "jline");

    private final Workspace workspace;
    private final Options options;
    private final Compiler compiler = new Compiler();
    private final List<Path> libraries;
    private final Needs needs;
    private final List<String> archiveFlags;
    private final AtomicReference<Waiting> spare = new AtomicReference<>();
    private volatile boolean warm;

    /**
     * What may differ from check to check.
     *
     * @param seed the dice of the run; 0 for new ones
     * @param unitMillis length of a unit in milliseconds; 0 for the usual one
     * @param timeoutSeconds after which a check is stopped
     */
    public record Options(long seed, long unitMillis, long timeoutSeconds) {
        public static final Options USUAL = new Options(0, 0, 60);
    }

    public Engine(Workspace workspace, Options options) {
        this(workspace, options, line -> {});
    }

    /** @param say is told, in a line, what takes long before the first check */
    public Engine(Workspace workspace, Options options, Consumer<String> say) {
        this(workspace, options, say, null);
    }

    private Engine(Workspace workspace, Options options, Consumer<String> say, List<String> archiveFlags) {
        this.workspace = workspace;
        this.options = options;
        this.libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .filter(path -> NOT_FOR_TESTS.stream()
                                .noneMatch(name -> path.getFileName().toString().startsWith(name))
                        && !path.endsWith(Path.of("grader", "target", "classes"))
                        && !path.endsWith(Path.of("grader", "target", "test-classes")))
                .toList();
        this.needs = new Needs(workspace, libraries, say);
        this.archiveFlags = archiveFlags == null ? SharedArchive.using(childArchive()) : archiveFlags;
    }

    /**
     * Checks an answer. Blocks for as long as that takes, a second or two as a rule.
     *
     * @throws CancellationException if the calling thread is interrupted
     */
    public CheckResult check(Exercise exercise, Answer answer) {
        long start = System.nanoTime();
        List<Answer.Source> sources;
        try {
            sources = answer.sources();
        } catch (Answer.Refused refused) {
            return new Judge(exercise, answer.name(), "")
                    .withoutRun(Verdict.REFUSED, "was refused", refused.getMessage(), seconds(start));
        } catch (UserError unreadable) {
            return new Judge(exercise, answer.name(), "")
                    .withoutRun(Verdict.DID_NOT_COMPILE, "cannot be read", unreadable.getMessage(), seconds(start));
        }
        Judge judge = new Judge(exercise, answer.name(), sourcesHash(sources));
        for (String stub : exercise.stubs()) {
            if (sources.stream().noneMatch(source -> source.name().equals(stub))) {
                return judge.withoutRun(
                        Verdict.DID_NOT_COMPILE,
                        "there is no " + stub,
                        "The file " + stub + " is missing from " + answer.folder() + ". kata reset " + exercise.number()
                                + " brings back the one that was shipped.",
                        seconds(start));
            }
        }
        Optional<String> missing = missing(exercise);
        if (missing.isPresent()) {
            return judge.withoutRun(Verdict.HARNESS_ERROR, "cannot be checked here", missing.get(), seconds(start));
        }
        Prepared prepared = prepare(exercise);
        try (Waiting waiting = take(exercise, prepared)) {
            ChildJvm child = waiting.child;
            Compiler.Outcome outcome =
                    compiler.compile(sources, exercise.packageName(), List.of(prepared.given), waiting.classes());
            endIfCancelled(exercise);
            if (!outcome.ok()) {
                return judge.withoutRun(
                        Verdict.DID_NOT_COMPILE,
                        "did not compile",
                        String.join("\n", outcome.errors()),
                        seconds(start));
            }
            for (String offered : prepared.api) {
                if (!outcome.api().contains(offered)) {
                    return judge.withoutRun(
                            Verdict.DID_NOT_COMPILE,
                            "did not compile",
                            "The tests call " + offered
                                    + ", and your class no longer has it: give it back its name, its parameters and its result.",
                            seconds(start));
                }
            }
            EventReader events = new EventReader();
            Run.End end = child.go(options.timeoutSeconds(), events::line);
            endIfCancelled(exercise);
            CheckResult result =
                    judge.of(events.run(end, child.output()), seconds(start)).withAgainst(prepared.against);
            SecondRun again = new SecondRun(result, exercise);
            return again.isWorthwhile() ? withEvidence(again, exercise, waiting, start) : result;
        }
    }

    /**
     * A hash of everything that a verdict depends on besides the answer: the exercise's code, the libraries, the JDK.
     */
    public String against(Exercise exercise) {
        return Workspace.hash(System.getProperty("java.version") + stamp(librariesOf(exercise)), ownFiles(exercise));
    }

    /** Why an exercise cannot be checked on this machine, in a sentence; empty if it can. */
    public Optional<String> missing(Exercise exercise) {
        try {
            needs.of(exercise);
            return Optional.empty();
        } catch (Needs.Missing missing) {
            return Optional.of(missing.getMessage());
        }
    }

    /** A green check does not pay for evidence: only a red test runs again, on the classes that are there already. */
    private CheckResult withEvidence(SecondRun again, Exercise exercise, Waiting first, long start) {
        ChildJvm.Settings settings = new ChildJvm.Settings(again.flags(flags()), SecondRun.SECONDS);
        try (ChildJvm child = new ChildJvm(
                settings, first.prepared.libraries, folders(first.prepared, first.work), again.tests(), first.work)) {
            EventReader events = new EventReader();
            Run.End end = child.go(SecondRun.SECONDS, events::line);
            endIfCancelled(exercise);
            return again.with(events.run(end, child.output()), seconds(start));
        }
    }

    private static List<Path> folders(Prepared prepared, Path work) {
        return List.of(prepared.tests, prepared.given, work.resolve("answer"));
    }

    /** An interrupt makes the compiler find errors that are none, and a child end that would have gone on. */
    private static void endIfCancelled(Exercise exercise) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The check of " + exercise.slug() + " was cancelled.");
        }
    }

    /**
     * Gets everything ready that the next check of an exercise needs and that does not depend on the answer: its
     * tests are compiled, the compiler is warm, and a child JVM waits. For a process that stays: while a person edits
     * there is time for it.
     */
    public void prepareNext(Exercise exercise) {
        Prepared prepared = prepare(exercise);
        Waiting kept = spare.get();
        if (kept != null && kept.prepared.equals(prepared) && kept.child.isAlive()) {
            return;
        }
        replaceSpare(start(exercise, prepared));
        if (!warm) {
            Path target = workspace.temporary("warm-");
            compiler.compile(
                    new Answer(Answer.Kind.STUB, "stub", exercise.answers().resolve("stub")).sources(),
                    exercise.packageName(),
                    List.of(prepared.given),
                    target);
            Workspace.delete(target);
            warm = true;
        }
    }

    /** Lets go of what {@link #prepareNext} keeps. */
    public void dismissNext() {
        replaceSpare(null);
    }

    private void replaceSpare(Waiting next) {
        Waiting old = spare.getAndSet(next);
        if (old != null) {
            old.close();
        }
    }

    private Waiting take(Exercise exercise, Prepared prepared) {
        Waiting kept = spare.getAndSet(null);
        if (kept != null && kept.prepared.equals(prepared) && kept.child.isAlive()) {
            return kept;
        }
        if (kept != null) {
            kept.close();
        }
        return start(exercise, prepared);
    }

    private Waiting start(Exercise exercise, Prepared prepared) {
        Path work = workspace.temporary(exercise.slug() + "-");
        ChildJvm.Settings settings = new ChildJvm.Settings(flags(), options.timeoutSeconds());
        return new Waiting(
                prepared,
                work,
                new ChildJvm(settings, prepared.libraries, folders(prepared, work), exercise.testClasses(), work));
    }

    /** A child JVM that is started and waits, and the folder of its own that the answer's classes go into. */
    private record Waiting(Prepared prepared, Path work, ChildJvm child) implements AutoCloseable {
        private Path classes() {
            return work.resolve("answer");
        }

        @Override
        public void close() {
            child.close();
            Workspace.delete(work);
        }
    }

    /**
     * Plays the exercise's demo with an answer, on this process's own terminal.
     *
     * @param properties system properties for the demo
     * @return whether it ended by itself and well
     */
    public boolean play(Exercise exercise, Answer answer, Map<String, String> properties) {
        Prepared prepared = prepare(exercise);
        Path work = workspace.temporary(exercise.slug() + "-run-");
        try {
            Path classes = Files.createDirectories(work.resolve("answer"));
            Compiler.Outcome outcome =
                    compiler.compile(answer.sources(), exercise.packageName(), List.of(prepared.given), classes);
            if (!outcome.ok()) {
                throw new UserError("Your answer does not compile.\n" + String.join("\n", outcome.errors()));
            }
            List<Path> classPath = new ArrayList<>(prepared.libraries);
            classPath.addAll(List.of(prepared.tests, prepared.given, classes));
            List<String> flags = new ArrayList<>(flags());
            properties.forEach((name, value) -> flags.add("-D" + name + "=" + value));
            return ChildJvm.play(flags, classPath, exercise.demoClass()) == 0;
        } catch (IOException problem) {
            throw new UserError("Cannot write to " + work + ": " + problem.getMessage() + ".", problem);
        } finally {
            Workspace.delete(work);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** A hash of an answer, by which an old result is told from a new one's. */
    public static String sourcesHash(List<Answer.Source> sources) {
        StringBuilder all = new StringBuilder();
        sources.forEach(source ->
                all.append(source.name()).append('\0').append(source.text()).append('\0'));
        return Workspace.hash(all.toString(), List.of());
    }

    /**
     * Prepares the archive from which later child JVMs take classes that are loaded and linked already: runs a check
     * that touches what most checks touch, and lets the JVM write down what it loaded. Takes a few seconds.
     */
    public void trainChildren(Exercise exercise, Answer reference) throws IOException {
        Path archive = childArchive();
        if (Files.exists(archive)) {
            return;
        }
        Path fresh = workspace.temporary("archive-").resolve(archive.getFileName());
        try {
            Engine trainee = new Engine(workspace, options, line -> {}, SharedArchive.creating(fresh));
            trainee.check(exercise, reference);
            if (Files.exists(fresh)) {
                Workspace.move(fresh, archive);
                // Each is 30 MB, and a new one comes with each build.
                Workspace.deleteAllBut(archive);
            }
        } finally {
            Workspace.delete(fresh.getParent());
        }
    }

    private Path childArchive() {
        return workspace.cache(
                "archive",
                Workspace.hash(System.getProperty("java.vm.version") + stamp(libraries), List.of())
                        + SharedArchive.ENDING);
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>(archiveFlags);
        flags.addAll(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                "-Djava.awt.headless=true",
                "-Duser.language=en",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        if (options.seed() != 0) {
            flags.add("-Dkata.seed=" + options.seed());
        }
        if (Boolean.getBoolean("kata.evidence")) {
            flags.add("-Dkata.evidence=true");
        }
        if (options.unitMillis() != 0) {
            flags.add("-Dkata.unit.millis=" + options.unitMillis());
        }
        return flags;
    }

    /** The exercise's own code, compiled, the jars that it runs with, and what {@link #against} says of both. */
    private record Prepared(Path given, Path tests, Set<String> api, List<Path> libraries, String against) {}

    private Prepared prepare(Exercise exercise) {
        List<Path> given = javaFiles(exercise.givenFolder());
        List<Path> tests = javaFiles(exercise.testFolder());
        List<Path> withNeeds = librariesOf(exercise);
        String against = against(exercise);
        Path folder = workspace.cache("exercise", exercise.slug() + "-" + against);
        Path api = folder.resolve("api.txt");
        try {
            if (!Files.exists(api)) {
                Path fresh = workspace.temporary("prepare-");
                Path stubClasses = fresh.resolve("stub");
                compiler.compileGiven(given, List.of(), Files.createDirectories(fresh.resolve("given")));
                Compiler.Outcome outcome = compiler.compile(
                        new Answer(Answer.Kind.STUB, "stub", exercise.answers().resolve("stub")).sources(),
                        exercise.packageName(),
                        List.of(fresh.resolve("given")),
                        stubClasses);
                if (!outcome.ok()) {
                    throw new UserError("The stub of " + exercise.slug() + " does not compile: "
                            + outcome.errors().get(0));
                }
                List<Path> classPath = new ArrayList<>(List.of(stubClasses, fresh.resolve("given")));
                classPath.addAll(withNeeds);
                compiler.compileGiven(tests, classPath, fresh.resolve("tests"));
                Files.write(fresh.resolve("api.txt"), outcome.api());
                Workspace.delete(stubClasses);
                Workspace.move(fresh, folder);
            }
            return new Prepared(
                    folder.resolve("given"),
                    folder.resolve("tests"),
                    new TreeSet<>(Files.readAllLines(api)),
                    withNeeds,
                    against);
        } catch (IOException problem) {
            throw new UserError("Cannot write to " + folder + ": " + problem.getMessage() + ".", problem);
        }
    }

    private List<Path> librariesOf(Exercise exercise) {
        // What it needs comes behind the others: an archive fits a class path that begins as the one it was made with.
        return Stream.concat(libraries.stream(), needs.of(exercise).stream()).toList();
    }

    private static List<Path> ownFiles(Exercise exercise) {
        return Stream.of(
                        exercise.givenFolder(),
                        exercise.testFolder(),
                        exercise.answers().resolve("stub"))
                .flatMap(folder -> javaFiles(folder).stream())
                .toList();
    }

    /** Changes when a library or the testkit does; reading the jars themselves would cost more than it is worth. */
    private static String stamp(List<Path> libraries) {
        StringBuilder stamp = new StringBuilder();
        for (Path library : libraries) {
            stamp.append(library)
                    .append(library.toFile().length())
                    .append(library.toFile().lastModified());
        }
        return stamp.toString();
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new UserError(
                    "Cannot read " + folder + ": it is part of the exercise. Put it back with git checkout.", problem);
        }
    }
}
