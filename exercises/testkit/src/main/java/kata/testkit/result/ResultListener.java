package kata.testkit.result;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import kata.testkit.Kata;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.time.RealClock;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes one machine-readable result of a run of an exercise's tests, whichever runner runs them. Under Maven and in
 * an IDE the JUnit Platform finds it by itself, and it writes to {@code target/kata/events.jsonl} beside the test
 * classes; the grader hands it a channel of its own.
 */
public final class ResultListener implements TestExecutionListener {
    private final Consumer<String> channel;
    private final Map<String, Long> startedAt = new ConcurrentHashMap<>();
    private EventWriter events;
    private long finished;

    /** For the JUnit Platform. */
    public ResultListener() {
        this(null);
    }

    /** @param channel takes each event as a line of JSON; null for the file */
    ResultListener(Consumer<String> channel) {
        this.channel = channel;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        List<TestIdentifier> tests = new ArrayList<>();
        plan.getRoots()
                .forEach(root -> plan.getDescendants(root).stream()
                        .filter(ResultListener::isKata)
                        .forEach(tests::add));
        if (tests.isEmpty() && channel == null) {
            return;
        }
        events = new EventWriter(channel != null ? channel : file(tests.get(0)));
        finished = 0;
        Reports.tellOfPreparations(events);
        events.plan(tests.stream().map(ResultListener::id).toList(), Reports.seed(), RealClock.UNIT_MILLIS);
    }

    private static boolean isKata(TestIdentifier test) {
        return test.isTest()
                && source(test)
                        .map(MethodSource::getJavaClass)
                        .filter(type -> type.isAnnotationPresent(Kata.class))
                        .isPresent();
    }

    private static Optional<MethodSource> source(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
    }

    /** As in {@code CountAsyncTest.all_pause_at_the_same_time}. */
    private static String id(TestIdentifier test) {
        MethodSource source = source(test).orElseThrow();
        return source.getJavaClass().getSimpleName() + "." + source.getMethodName();
    }

    private static Consumer<String> file(TestIdentifier test) {
        try {
            Path classes = Path.of(source(test)
                    .orElseThrow()
                    .getJavaClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path file = Files.createDirectories(classes.resolveSibling("kata")).resolve("events.jsonl");
            Files.deleteIfExists(file);
            return line -> {
                try {
                    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                }
            };
        } catch (Exception unwritable) {
            // A result that cannot be kept must not turn a learner's test red.
            return line -> {};
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (events != null && isKata(test)) {
            startedAt.put(test.getUniqueId(), System.nanoTime());
            events.started(id(test));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (events != null && isKata(test)) {
            finished(test, "skipped", null);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (events == null || !isKata(test)) {
            return;
        }
        switch (result.getStatus()) {
            case SUCCESSFUL -> finished(test, "passed", null);
            case ABORTED -> finished(test, "aborted", result.getThrowable().orElse(null));
            case FAILED -> finished(test, "failed", result.getThrowable().orElse(null));
        }
    }

    private void finished(TestIdentifier test, String outcome, Throwable problem) {
        double millis = (System.nanoTime() - startedAt.getOrDefault(test.getUniqueId(), System.nanoTime())) / 1e6;
        Reports.Pictures pictures = Reports.picturesOf(test.getUniqueId());
        EventWriter.Failure failure = null;
        if (problem instanceof KataFailure kata) {
            failure = new EventWriter.Failure(kata.cause(), kata.happened(), kata.sightings(), stack(problem));
            if (!kata.yours().isEmpty()) {
                pictures = new Reports.Pictures(kata.yours(), kata.right());
            }
        } else if (problem instanceof AssertionError) {
            failure = new EventWriter.Failure(Causes.WRONG_RESULT, text(problem), List.of(), stack(problem));
        } else if (problem != null) {
            failure = new EventWriter.Failure(null, text(problem), List.of(), stack(problem));
        }
        finished++;
        events.finished(id(test), outcome, millis, failure, pictures, Reports.notesOf(test.getUniqueId()));
    }

    private static String text(Throwable problem) {
        try {
            String message = problem.getMessage();
            return message == null ? problem.getClass().getSimpleName() : message;
        } catch (Throwable hostile) {
            return problem.getClass().getSimpleName();
        }
    }

    private static String stack(Throwable problem) {
        try {
            StringWriter text = new StringWriter();
            problem.printStackTrace(new PrintWriter(text));
            return text.toString();
        } catch (Throwable hostile) {
            return problem.getClass().getName();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (events != null) {
            events.done(finished);
        }
    }
}
