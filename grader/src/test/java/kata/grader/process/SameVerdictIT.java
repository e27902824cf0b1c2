package kata.grader.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.Catalogue;
import kata.grader.catalogue.Exercise;
import kata.grader.check.Workspace;
import kata.grader.progress.Progress;
import kata.grader.result.CheckResult;
import kata.grader.result.Verdict;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plain Maven and {@code kata check} say the same of the same answer: verdict, cause, and what happened. One run of
 * Maven over all exercises for each kind of answer, in a copy of the repository, with the same dice for both.
 */
class SameVerdictIT {
    private static final String SEED = "4711";
    private static final Pattern LIST = Pattern.compile("\\[([^\\[\\]]*)\\]");

    @TempDir
    private static Path copy;

    private static Catalogue catalogue;
    private static List<Exercise> exercises;

    @BeforeAll
    static void copy_the_exercises() throws IOException {
        assumeFalse(maven().isEmpty(), "Maven is not on the PATH: the two ways to run cannot be compared");
        Files.copy(Kata.REPOSITORY.resolve("pom.xml"), copy.resolve("pom.xml"));
        for (String folder : List.of("exercises", "solutions", "grader")) {
            copy(folder);
        }
        catalogue = new Catalogue(copy);
        // That each exercise is a module is for kata verify to say.
        String modules = Files.readString(copy.resolve("exercises/pom.xml"));
        exercises = catalogue.exercises().stream()
                .filter(exercise -> modules.contains("<module>" + exercise.slug() + "</module>"))
                .toList();
    }

    /** What Maven reads, and nothing that it made. */
    private static void copy(String folder) throws IOException {
        Path from = Kata.REPOSITORY.resolve(folder);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(path ->
                            !Kata.REPOSITORY.relativize(path).toString().matches("(.*/)?target(/.*)?|grader/src.*"))
                    .toList()) {
                Path target = copy.resolve(Kata.REPOSITORY.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static List<Path> maven() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .toList();
    }

    @Test
    void of_every_stub() throws Exception {
        assertSame(catalogue::stub);
    }

    @Test
    void of_every_reference() throws Exception {
        assertSame(catalogue::reference);
    }

    @Test
    void of_a_wrong_answer_to_each() throws Exception {
        assertSame(exercise -> catalogue.answers(exercise).stream()
                .filter(answer -> answer.kind() == Answer.Kind.WRONG)
                .findFirst()
                .orElseGet(() -> catalogue.stub(exercise)));
    }

    /** What a way to run says of an answer. */
    private record Said(String verdict, String cause, String happened) {
        /**
         * Names and words follow from the dice. Numbers may not: measured times, the JVM's own count of threads, how
         * far the threads of a wrong answer had come, and in which order.
         */
        static Said of(String verdict, String cause, String happened) {
            String steady = happened.replaceAll("\\d+(\\.\\d+)?", "#");
            return new Said(verdict, cause, LIST.matcher(steady).replaceAll(found -> sorted(found.group(1))));
        }

        private static String sorted(String list) {
            return Matcher.quoteReplacement(
                    Stream.of(list.split(", ")).sorted().toList().toString());
        }
    }

    private static void assertSame(Function<Exercise, Answer> which) throws Exception {
        for (Exercise exercise : exercises) {
            take(exercise, which.apply(exercise));
        }
        Process maven = startMaven();
        Map<String, Said> byKata = byKata();
        String printed = printedBy(maven);
        Map<String, Said> byMaven = new TreeMap<>();
        for (Exercise exercise : exercises) {
            Path events = exercise.folder().resolve("target/kata/events.jsonl");
            assertThat(events).as("what Maven printed:\n%s", printed).exists();
            CheckResult result = Progress.ofEvents(exercise, events, "");
            byMaven.put(exercise.slug(), Said.of(result.verdict().id(), result.causeId(), result.happened()));
            if (result.verdict() != Verdict.PASSED) {
                String sentence = result.happened().split("[\\n\"]")[0];
                assertThat(surefireReports(exercise))
                        .as("what Maven shows of %s\n%s", exercise.slug(), printed)
                        .contains(sentence);
            }
        }
        SoftAssertions same = new SoftAssertions();
        byKata.forEach(
                (slug, said) -> same.assertThat(byMaven.get(slug)).as(slug).isEqualTo(said));
        same.assertAll();
        boolean allPassed = byMaven.values().stream().allMatch(said -> said.verdict.equals("passed"));
        assertThat(printed.contains("BUILD SUCCESS")).as(printed).isEqualTo(allPassed);
    }

    /** Puts an answer in the place of the one before it. */
    private static void take(Exercise exercise, Answer answer) throws IOException {
        try (Stream<Path> files = Files.list(exercise.answerFolder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        for (Answer.Source source : answer.sources()) {
            Files.copy(source.path(), exercise.answerFolder().resolve(source.name()));
        }
        Workspace.delete(exercise.folder().resolve("target/kata"));
        Workspace.delete(exercise.folder().resolve("target/classes"));
    }

    /** Goes on while kata checks the same answers: the two share no folder that they write to. */
    private static Process startMaven() throws IOException {
        // An answer is compiled anew; tests that have not changed need not be, for its methods are those of the stub.
        return new ProcessBuilder(
                        maven().get(0).toString(),
                        "-B",
                        "-fae",
                        "test",
                        "-Dkata.seed=" + SEED,
                        "-Dmaven.compiler.useIncrementalCompilation=false",
                        "-f",
                        copy.resolve("exercises/pom.xml").toString())
                .redirectErrorStream(true)
                .redirectOutput(copy.resolve("printed").toFile())
                .start();
    }

    private static String printedBy(Process maven) throws IOException, InterruptedException {
        boolean ended = maven.waitFor(10, TimeUnit.MINUTES);
        maven.destroyForcibly();
        String printed = Files.readString(copy.resolve("printed"));
        assertThat(ended).as("Maven ended in ten minutes:\n%s", printed).isTrue();
        return printed;
    }

    private static String surefireReports(Exercise exercise) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(exercise.folder().resolve("target/surefire-reports"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".txt")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static Map<String, Said> byKata() {
        List<String> command = new ArrayList<>(List.of("check", "--format=json", "--seed=" + SEED));
        exercises.forEach(exercise -> command.add(exercise.slug()));
        Kata.Outcome outcome = new Kata(copy).run(command.toArray(String[]::new));
        Map<String, Said> said = new TreeMap<>();
        for (JsonNode result : JsonMapper.builder().build().readTree(outcome.out())) {
            String cause =
                    result.get("main").path("failure").path("cause").path("id").asString("");
            said.put(
                    result.get("exercise").asString(),
                    Said.of(
                            result.get("verdict").asString().toLowerCase(Locale.ROOT),
                            cause,
                            result.get("happened").asString()));
        }
        assertThat(said).as(outcome.err()).hasSameSizeAs(exercises);
        return said;
    }
}
