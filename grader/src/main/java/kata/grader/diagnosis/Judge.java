package kata.grader.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kata.grader.catalogue.Exercise;
import kata.grader.result.CheckResult;
import kata.grader.result.Run;
import kata.grader.result.TestResult;
import kata.grader.result.Verdict;
import kata.testkit.diagnosis.Cause;

/** Decides what a run says of an answer. The same run always gives the same verdict, whichever runner it came from. */
public final class Judge {
    private final Exercise exercise;
    /** SIGABRT, SIGSEGV, and what Windows has for them. */
    private static final Set<Integer> JVM_CRASHES = Set.of(134, 139, 0xC0000005);

    private final String answer;
    private final String sources;

    /** @param sources a hash of the answer's files */
    public Judge(Exercise exercise, String answer, String sources) {
        this.exercise = exercise;
        this.answer = answer;
        this.sources = sources;
    }

    /** An answer that was never run. */
    public CheckResult withoutRun(Verdict verdict, String headline, String happened, double seconds) {
        Run nothing = new Run(List.of(), List.of(), null, false, new Run.End(0, false), "", 0, 0, "");
        return result(nothing, verdict, headline, happened, null, seconds);
    }

    /** An answer whose tests were run. */
    public CheckResult of(Run run, double seconds) {
        List<TestResult> red =
                run.tests().stream().filter(test -> !test.passed()).toList();
        Optional<TestResult> main = red.stream()
                .filter(test -> test.cause().isPresent())
                .min(Comparator.comparingInt(test -> test.cause().orElseThrow().rank()));
        if (!run.complete()) {
            return brokenOff(run, seconds);
        }
        Optional<String> doubt = doubt(run);
        if (doubt.isPresent()) {
            return result(run, Verdict.HARNESS_ERROR, "could not be judged", doubt.get(), null, seconds);
        }
        if (red.isEmpty()) {
            return result(run, Verdict.PASSED, "passed", "", null, seconds);
        }
        if (main.isEmpty()) {
            TestResult broken = red.get(0);
            return result(
                    run,
                    Verdict.HARNESS_ERROR,
                    "could not be judged",
                    "The test " + broken.test() + " broke: "
                            + (broken.failure() == null
                                    ? "it was " + broken.outcome()
                                    : broken.failure().happened()),
                    broken,
                    seconds);
        }
        Cause cause = main.get().cause().orElseThrow();
        boolean onlyTodo =
                red.stream().allMatch(test -> test.cause().filter(Judge::isTodo).isPresent());
        if (onlyTodo) {
            TestResult first = red.get(0);
            return result(
                    run, Verdict.NOT_STARTED, cause.title(), first.failure().happened(), first, seconds);
        }
        // A half-finished exercise has a mistake and a TODO; the mistake is what the learner works on.
        TestResult mistake = isTodo(cause)
                ? red.stream()
                        .filter(test -> test.cause().filter(Judge::isTodo).isEmpty())
                        .filter(test -> test.cause().isPresent())
                        .min(Comparator.comparingInt(
                                test -> test.cause().orElseThrow().rank()))
                        .orElse(main.get())
                : main.get();
        return result(
                run,
                Verdict.FAILED,
                mistake.cause().orElseThrow().title(),
                mistake.failure().happened(),
                mistake,
                seconds);
    }

    private static boolean isTodo(Cause cause) {
        return cause.id().equals("not-started");
    }

    private CheckResult brokenOff(Run run, double seconds) {
        String during = run.unfinished() == null ? "before the first test" : "during the test " + run.unfinished();
        if (run.end().stopped()) {
            return result(
                    run,
                    Verdict.TIMED_OUT,
                    "did not end",
                    "It was still running when its time was over, " + during
                            + ": look for a loop without an end, or a wait that nothing ends.",
                    null,
                    seconds);
        }
        boolean jvmCrashed = JVM_CRASHES.contains(run.end().exitCode());
        return result(
                run,
                Verdict.CRASHED,
                jvmCrashed ? "the JVM crashed" : "ended the program",
                jvmCrashed
                        ? "The JVM itself crashed (exit code " + run.end().exitCode() + ") " + during
                                + ". Ordinary Java cannot do that: check again, and if it stays, with another JDK."
                        : "The program ended with exit code " + run.end().exitCode() + " " + during
                                + ": an answer must not end it, nor use up all its memory.",
                null,
                seconds);
    }

    /** Why a run cannot be believed though it says that it is complete. */
    private Optional<String> doubt(Run run) {
        Set<String> expected = new HashSet<>(exercise.tests());
        Set<String> ran =
                new HashSet<>(run.tests().stream().map(TestResult::test).toList());
        List<String> missing = new ArrayList<>(expected);
        missing.removeIf(ran::contains);
        if (!missing.isEmpty()) {
            return Optional.of("The test " + missing.get(0) + " is listed in exercise.properties but did not run.");
        }
        Set<String> once = new HashSet<>();
        for (TestResult test : run.tests()) {
            if (!expected.contains(test.test())) {
                return Optional.of("The test " + test.test() + " ran but is not listed in exercise.properties.");
            }
            if (!once.add(test.test())) {
                return Optional.of("The test " + test.test() + " ran twice.");
            }
        }
        return run.tests().stream()
                .filter(test ->
                        test.outcome().equals("skipped") || test.outcome().equals("aborted"))
                .findFirst()
                .map(test -> "The test " + test.test() + " was " + test.outcome() + ".");
    }

    private CheckResult result(
            Run run, Verdict verdict, String headline, String happened, TestResult main, double seconds) {
        Set<String> green = new HashSet<>(run.tests().stream()
                .filter(TestResult::passed)
                .map(TestResult::test)
                .toList());
        List<CheckResult.TaskResult> tasks = exercise.tasks().stream()
                .map(task -> new CheckResult.TaskResult(
                        task.number(),
                        task.text(),
                        task.points(),
                        verdict.isJudged() && green.containsAll(task.tests())))
                .toList();
        return new CheckResult(
                1,
                exercise.slug(),
                answer,
                sources,
                "",
                verdict,
                headline,
                happened,
                main,
                tasks,
                run.tests(),
                tasks.stream()
                        .filter(CheckResult.TaskResult::done)
                        .mapToInt(CheckResult.TaskResult::points)
                        .sum(),
                exercise.points(),
                seconds,
                run.tests().stream().mapToDouble(TestResult::millis).sum() / 1000,
                run.seed(),
                run.unitMillis(),
                run.java(),
                run.output(),
                Instant.now());
    }
}
