package kata.grader.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kata.grader.catalogue.Exercise;
import kata.grader.result.CheckResult;
import kata.grader.result.Run;
import kata.grader.result.TestResult;
import kata.grader.result.Verdict;
import kata.testkit.diagnosis.Blame;
import kata.testkit.evidence.Sighting;

/**
 * What a red test may still lack, and how it is got: the line that held a thread, and for how long. The test runs
 * once more, with the flight recorder on. Its verdict stands, whatever the second run says.
 */
final class SecondRun {
    /** After so many seconds the result goes without it. */
    static final long SECONDS = 5;

    private static final int MOST_TESTS = 3;
    private final CheckResult first;
    private final Exercise exercise;

    SecondRun(CheckResult first, Exercise exercise) {
        this.first = first;
        this.exercise = exercise;
    }

    /** Whether it could add something. */
    boolean isWorthwhile() {
        String asked = System.getProperty("kata.evidence", "");
        return first.verdict() == Verdict.FAILED
                && !asked.equals("never")
                && !asked.equals("true")
                && Blame.wantsMore(
                        first.main().cause().orElseThrow(),
                        first.main().failure().sightings());
    }

    /**
     * The tests to run again, as the child JVM takes them. A line that was read and not seen running was found by a
     * test that runs nothing; the other red ones may show it at work.
     */
    List<String> tests() {
        boolean onlyRead = first.main().failure().sightings().stream().anyMatch(line -> !line.wasSeenRunning());
        Stream<TestResult> others = !onlyRead
                ? Stream.of()
                : first.tests().stream()
                        .filter(test -> !test.passed()
                                && !test.test().equals(first.main().test()));
        return Stream.concat(Stream.of(first.main()), others)
                .limit(MOST_TESTS)
                .map(test -> exercise.packageName() + ".test." + test.test().replace('.', '#'))
                .toList();
    }

    /** Flags for the child JVM; the dice fall as they did the first time. */
    List<String> flags(List<String> usual) {
        List<String> flags = new ArrayList<>(usual);
        flags.addAll(List.of("-Dkata.evidence=only", "-Dkata.seed=" + first.seed()));
        return flags;
    }

    /** The first run's result with what the second found out about its main mistake. */
    CheckResult with(Run second, double seconds) {
        TestResult main = first.main();
        List<Sighting> found = second.tests().stream()
                .flatMap(test -> Optional.ofNullable(test.failure()).stream())
                .flatMap(failure -> failure.sightings().stream())
                .toList();
        TestResult.Failure failure = main.failure();
        TestResult better = new TestResult(
                main.test(),
                main.outcome(),
                main.millis(),
                new TestResult.Failure(
                        failure.cause(),
                        failure.happened(),
                        Blame.with(failure.cause(), failure.sightings(), found),
                        failure.stack()),
                main.yours(),
                main.right(),
                main.notes());
        return first.withMain(better, seconds);
    }
}
