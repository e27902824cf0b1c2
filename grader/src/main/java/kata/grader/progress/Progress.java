package kata.grader.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.Catalogue;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.check.Engine;
import kata.grader.check.EventReader;
import kata.grader.check.Workspace;
import kata.grader.diagnosis.Judge;
import kata.grader.result.CheckResult;
import kata.grader.result.Run;
import kata.grader.result.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a learner is: the newest result of each exercise that still belongs to the files as they are now, whether
 * it came from {@code kata check}, from Maven or from an IDE.
 */
public final class Progress {
    /** Made only where a whole result is read or written: that takes longer than all else that shows progress. */
    private static final class Json {
        private static final ObjectMapper MAPPER = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }

    private final Catalogue catalogue;
    private final Workspace workspace;

    public Progress(Catalogue catalogue, Workspace workspace) {
        this.catalogue = catalogue;
        this.workspace = workspace;
    }

    /** A result as JSON, as it is stored and as {@code --format json} prints it. */
    public static String json(Object result) {
        return Json.MAPPER.writeValueAsString(result);
    }

    /** A result that was written as JSON. */
    public static CheckResult result(String json) {
        return Json.MAPPER.readValue(json, CheckResult.class);
    }

    /** Stores the learner's own result. */
    public void store(CheckResult result) {
        workspace.write(file(result.exercise()), json(result));
    }

    /** The stored result of an answer that would be checked again as it is, against what it was checked against. */
    public Optional<CheckResult> unchanged(Exercise exercise, String against) {
        try {
            String hash = Engine.sourcesHash(catalogue.own(exercise).sources());
            return stored(exercise)
                    .filter(result -> result.sources().equals(hash) && against.equals(result.against()))
                    .filter(result -> result.verdict().isJudged());
        } catch (UserError unreadable) {
            return Optional.empty();
        }
    }

    private Path file(String slug) {
        return workspace.of(slug).resolve("result.json");
    }

    /**
     * An exercise and where the learner stands with it.
     *
     * @param points earned
     * @param headline of the newest result; empty if there is none
     * @param whole reads the newest result
     */
    public record Standing(
            Exercise exercise, State state, int points, String headline, Supplier<Optional<CheckResult>> whole) {

        public Standing(Exercise exercise, State state, Optional<CheckResult> result) {
            this(
                    exercise,
                    state,
                    result.map(CheckResult::points).orElse(0),
                    result.map(CheckResult::headline).orElse(""),
                    () -> result);
        }

        /** The newest result; empty if there is none that belongs to the files as they are now. */
        public Optional<CheckResult> result() {
            return whole.get();
        }
    }

    /** What of a stored result is shown on the ladder. */
    private record Summary(String sources, Verdict verdict, String headline, int points, Instant at) {
        /** Reads no further into a result than it must. */
        private static Summary of(String json) {
            Map<String, String> values = new HashMap<>();
            try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    if (parser.nextToken().isScalarValue()) {
                        values.put(name, parser.getString());
                    } else {
                        parser.skipChildren();
                    }
                }
            }
            if (!values.keySet().containsAll(List.of("sources", "verdict", "headline", "points", "at"))) {
                throw new IllegalArgumentException("not a whole result");
            }
            return new Summary(
                    values.get("sources"),
                    Verdict.valueOf(values.get("verdict")),
                    values.get("headline"),
                    Integer.parseInt(values.get("points")),
                    Instant.parse(values.get("at")));
        }
    }

    /** Where a learner stands with an exercise. */
    public enum State {
        PASSED,
        FAILED,
        NOT_STARTED,
        /** Edited since it was last checked, or never checked. */
        UNCHECKED
    }

    /** Every rung of the ladder. */
    public List<Standing> standings() {
        return catalogue.exercises().stream().map(this::standing).toList();
    }

    /** The first exercise that is not passed; empty if all are. */
    public Optional<Exercise> next() {
        return catalogue.exercises().stream()
                .filter(exercise -> standing(exercise).state != State.PASSED)
                .findFirst();
    }

    public Standing standing(Exercise exercise) {
        List<Answer.Source> sources;
        try {
            sources = catalogue.own(exercise).sources();
        } catch (UserError unreadable) {
            return new Standing(exercise, State.UNCHECKED, Optional.empty());
        }
        String hash = Engine.sourcesHash(sources);
        Optional<Summary> stored = summary(exercise).filter(summary -> summary.sources.equals(hash));
        Optional<CheckResult> maven = maven(exercise, sources, hash);
        if (maven.isPresent()
                && stored.filter(summary -> summary.at.isAfter(maven.get().at()))
                        .isEmpty()) {
            return new Standing(exercise, state(maven.get().verdict()), maven);
        }
        return stored.map(summary -> new Standing(
                        exercise, state(summary.verdict), summary.points, summary.headline, () -> stored(exercise)))
                .orElseGet(() -> new Standing(
                        exercise, isStub(exercise, sources) ? State.NOT_STARTED : State.UNCHECKED, Optional.empty()));
    }

    private static State state(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> State.PASSED;
            case NOT_STARTED -> State.NOT_STARTED;
            case HARNESS_ERROR -> State.UNCHECKED;
            case FAILED, DID_NOT_COMPILE, TIMED_OUT, CRASHED, REFUSED -> State.FAILED;
        };
    }

    private boolean isStub(Exercise exercise, List<Answer.Source> sources) {
        try {
            return Engine.sourcesHash(catalogue.stub(exercise).sources()).equals(Engine.sourcesHash(sources));
        } catch (UserError noStub) {
            return false;
        }
    }

    private Optional<Summary> summary(Exercise exercise) {
        Path file = file(exercise.slug());
        try {
            return Files.exists(file) ? Optional.of(Summary.of(Files.readString(file))) : Optional.empty();
        } catch (IOException | JacksonException | IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private Optional<CheckResult> stored(Exercise exercise) {
        Path file = file(exercise.slug());
        try {
            return Files.exists(file) ? Optional.of(result(Files.readString(file))) : Optional.empty();
        } catch (IOException | JacksonException damaged) {
            return Optional.empty();
        }
    }

    /** What the last run under Maven or in an IDE says, if it ran every test on the files as they are now. */
    private Optional<CheckResult> maven(Exercise exercise, List<Answer.Source> sources, String hash) {
        Path file = exercise.folder().resolve("target/kata/events.jsonl");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            FileTime written = Files.getLastModifiedTime(file);
            for (Answer.Source source : sources) {
                if (Files.getLastModifiedTime(source.path()).compareTo(written) > 0) {
                    return Optional.empty();
                }
            }
            CheckResult result = ofEvents(exercise, file, hash);
            return result.verdict() == Verdict.HARNESS_ERROR || result.verdict() == Verdict.CRASHED
                    ? Optional.empty()
                    : Optional.of(result);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Judges the events that a run under Maven left behind, as those of a check are judged. */
    public static CheckResult ofEvents(Exercise exercise, Path file, String hash) throws IOException {
        EventReader events = new EventReader();
        Files.readAllLines(file).forEach(events::line);
        Run run = events.run(new Run.End(0, false), "");
        double seconds = run.tests().stream().mapToDouble(test -> test.millis()).sum() / 1000;
        return new Judge(exercise, "yours", hash)
                .of(run, seconds)
                .withTime(Files.getLastModifiedTime(file).toInstant());
    }
}
