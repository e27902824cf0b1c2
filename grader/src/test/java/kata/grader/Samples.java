package kata.grader;

import java.nio.file.Path;
import java.util.List;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.Task;
import kata.grader.result.Run;
import kata.grader.result.TestResult;
import kata.testkit.diagnosis.Cause;
import kata.testkit.timeline.Timeline;

/** An exercise of two tasks, and runs of it, without a file or a process behind them. */
public final class Samples {
    public static final String FIRST = "TeaTest.water_boils";
    public static final String SECOND = "TeaTest.cups_are_filled";
    public static final String THIRD = "TeaTest.cups_are_filled_together";
    public static final Cause MILD = new Cause("mild", "a mild mistake", "try this", 50);
    public static final Cause GRAVE = new Cause("grave", "a grave mistake", "try that", 20);

    private Samples() {}

    /** Task 1 is worth 4 points and has one test, task 2 is worth 6 and has two. */
    public static Exercise exercise() {
        return exercise(Path.of("exercises/03-make-tea"));
    }

    public static Exercise exercise(Path folder) {
        return new Exercise(
                "03-make-tea",
                "tea for everybody",
                folder,
                Path.of("solutions/03-make-tea"),
                "kata.tea",
                List.of("Tea.java"),
                List.of(new Task(1, "boil", 4, List.of(FIRST)), new Task(2, "fill", 6, List.of(SECOND, THIRD))),
                List.of());
    }

    /** A run that came to its own end. */
    public static Run run(TestResult... tests) {
        return new Run(List.of(), List.of(tests), null, true, new Run.End(0, false), "", 7, 100, "21");
    }

    /** A run that broke off during this test; null for before the first. */
    public static Run brokenOff(String during, Run.End end, TestResult... tests) {
        return new Run(List.of(), List.of(tests), during, false, end, "", 7, 100, "21");
    }

    public static TestResult green(String test) {
        return new TestResult(test, "passed", 1, null, Timeline.EMPTY, Timeline.EMPTY, List.of());
    }

    public static TestResult red(String test, Cause cause) {
        return red(test, cause, "it was " + cause.id());
    }

    public static TestResult red(String test, Cause cause, String happened) {
        return with(test, "failed", new TestResult.Failure(cause, happened, List.of(), ""));
    }

    public static TestResult with(String test, String outcome, TestResult.Failure failure) {
        return new TestResult(test, outcome, 1, failure, Timeline.EMPTY, Timeline.EMPTY, List.of());
    }
}
