package kata.grader.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kata.grader.Samples;
import kata.grader.result.CheckResult;
import kata.grader.result.TestResult;
import kata.grader.result.Verdict;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Mark;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/** Results to draw: a quiet one, and one in which whatever an answer can choose is hostile. */
final class Pages {
    static final Sighting JOIN = new Sighting("Tea.java", 3, "fillAll", "CompletableFuture.join", "kata-caller");
    static final Map<String, String> SOURCES =
            Map.of("Tea.java", "class Tea {\n  void fillAll() {\n    pour().join();\n  }\n}\n");

    /** Two cups one after another, of which the second blocks; a right answer fills both at once. */
    static final Timeline YOURS = new Timeline(
            List.of(
                    new Span("A", "pour", Span.Kind.WAIT, "kata-caller", 0, 1, 1, 2),
                    new Span("B", "pour", Span.Kind.BLOCKED, "kata-caller", 1, 2, 3, 4)),
            List.of(new Mark("A", "full", "kata-clock", 1, 2)));

    static final Timeline RIGHT =
            Timeline.ideal().with("B", Span.Kind.WORK, 0, 1).with("A", 0, 1);

    private Pages() {}

    static TestResult red(String happened, Timeline yours, Sighting... lines) {
        TestResult.Failure failure = new TestResult.Failure(Samples.GRAVE, happened, List.of(lines), "at Tea.java");
        return new TestResult(Samples.SECOND, "failed", 12.4, failure, yours, RIGHT, List.of());
    }

    static CheckResult result(Verdict verdict, String headline, String happened, TestResult main, TestResult... tests) {
        List<CheckResult.TaskResult> tasks = List.of(
                new CheckResult.TaskResult(1, "boil", 4, true),
                new CheckResult.TaskResult(2, "fill", 6, verdict == Verdict.PASSED));
        return new CheckResult(
                1,
                "03-make-tea",
                "yours",
                "hash",
                "",
                verdict,
                headline,
                happened,
                main,
                tasks,
                List.of(tests),
                4,
                10,
                0.93,
                0.5,
                724,
                100,
                "25.0.1",
                "",
                Instant.parse("2026-01-02T03:04:05.678Z"));
    }

    static CheckResult failed() {
        TestResult main = red("The cups were filled one after another.", YOURS, JOIN);
        return result(
                Verdict.FAILED,
                "ran one after another",
                main.failure().happened(),
                main,
                Samples.green(Samples.FIRST),
                main);
    }

    /** @param text stands wherever an answer or a learner may put what they like */
    static CheckResult hostile(String text) {
        Timeline timeline = new Timeline(
                List.of(
                        new Span(text, text, Span.Kind.WORK, text, Double.NaN, Double.POSITIVE_INFINITY, 1, 2),
                        new Span(text, text, Span.Kind.BLOCKED, text, -5, 3, 3, 0)),
                List.of(new Mark(text, text, text, 1e300, 4)));
        TestResult.Failure failure = new TestResult.Failure(
                Samples.GRAVE, text, List.of(new Sighting("Tea.java", 1, text, text, text)), text);
        TestResult main = new TestResult(Samples.SECOND, "failed", 1, failure, timeline, RIGHT, List.of(text));
        CheckResult calm = result(Verdict.FAILED, text, text, main, main);
        return new CheckResult(
                1,
                calm.exercise(),
                text,
                text,
                text,
                calm.verdict(),
                text,
                text,
                main,
                calm.tasks(),
                calm.tests(),
                0,
                10,
                1,
                1,
                1,
                100,
                text,
                text,
                calm.at());
    }
}
