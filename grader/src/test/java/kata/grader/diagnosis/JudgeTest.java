package kata.grader.diagnosis;

import static kata.grader.Samples.FIRST;
import static kata.grader.Samples.GRAVE;
import static kata.grader.Samples.MILD;
import static kata.grader.Samples.SECOND;
import static kata.grader.Samples.THIRD;
import static kata.grader.Samples.brokenOff;
import static kata.grader.Samples.green;
import static kata.grader.Samples.red;
import static kata.grader.Samples.run;
import static kata.grader.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kata.grader.Samples;
import kata.grader.result.CheckResult;
import kata.grader.result.CheckResult.TaskResult;
import kata.grader.result.Run;
import kata.grader.result.TestResult;
import kata.grader.result.Verdict;
import kata.testkit.diagnosis.Cause;
import kata.testkit.diagnosis.Causes;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Cause TODO = Causes.NOT_STARTED;
    private final Judge judge = new Judge(Samples.exercise(), "yours", "hash");

    private CheckResult of(TestResult... tests) {
        return judge.of(run(tests), 1);
    }

    @Test
    void passed_means_that_every_listed_test_ran_and_passed() {
        CheckResult result = of(green(FIRST), green(SECOND), green(THIRD));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.points()).isEqualTo(10);
        assertThat(result.happened()).isEmpty();
        assertThat(result.causeId()).isEmpty();
        assertThat(result.main()).isNull();
    }

    @Test
    void a_task_earns_its_points_only_if_all_its_tests_passed() {
        CheckResult result = of(green(FIRST), green(SECOND), red(THIRD, MILD));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.tasks()).extracting(TaskResult::done).containsExactly(true, false);
        assertThat(result.points()).isEqualTo(4);
        assertThat(result.maxPoints()).isEqualTo(10);
    }

    @Test
    void the_mistake_of_the_smallest_rank_is_the_main_one_wherever_it_stands() {
        for (List<TestResult> tests : List.of(
                List.of(green(FIRST), red(SECOND, MILD), red(THIRD, GRAVE)),
                List.of(red(THIRD, GRAVE), red(SECOND, MILD), green(FIRST)))) {
            CheckResult result = of(tests.toArray(TestResult[]::new));

            assertThat(result.causeId()).isEqualTo("grave");
            assertThat(result.headline()).isEqualTo("a grave mistake");
            assertThat(result.happened()).isEqualTo("it was grave");
            assertThat(result.main().test()).isEqualTo(THIRD);
        }
    }

    @Test
    void of_two_mistakes_of_the_same_rank_the_first_is_the_main_one() {
        CheckResult result = of(green(FIRST), red(SECOND, MILD, "first"), red(THIRD, MILD, "second"));

        assertThat(result.happened()).isEqualTo("first");
    }

    @Test
    void nothing_but_a_TODO_is_not_started() {
        CheckResult result = of(red(FIRST, TODO, "Still to do: tea."), red(SECOND, TODO), red(THIRD, TODO));

        assertThat(result.verdict()).isEqualTo(Verdict.NOT_STARTED);
        assertThat(result.happened()).isEqualTo("Still to do: tea.");
        assertThat(result.points()).isZero();
    }

    @Test
    void what_passes_beside_a_TODO_earns_its_points() {
        CheckResult result = of(green(FIRST), red(SECOND, TODO), red(THIRD, TODO));

        assertThat(result.verdict()).isEqualTo(Verdict.NOT_STARTED);
        assertThat(result.points()).isEqualTo(4);
    }

    @Test
    void a_mistake_beside_a_TODO_is_what_the_learner_hears_of() {
        CheckResult result = of(red(FIRST, MILD), red(SECOND, TODO), red(THIRD, TODO));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.causeId()).isEqualTo("mild");
        assertThat(result.headline()).isEqualTo("a mild mistake");
    }

    @Test
    void no_test_at_all_is_never_a_pass() {
        CheckResult result = of();

        assertThat(result.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(result.points()).isZero();
    }

    @Test
    void a_missing_test_is_never_a_pass_and_is_named() {
        CheckResult result = of(green(FIRST), green(THIRD));

        assertThat(result.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(result.happened()).contains(SECOND).contains("did not run");
        assertThat(result.points()).as("nothing of a doubtful run is believed").isZero();
    }

    @Test
    void a_surplus_test_is_never_a_pass_and_is_named() {
        CheckResult result = of(green(FIRST), green(SECOND), green(THIRD), green("TeaTest.of_my_own"));

        assertThat(result.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(result.happened()).contains("TeaTest.of_my_own").contains("not listed");
    }

    @Test
    void a_test_that_ran_twice_is_never_a_pass_and_is_named() {
        CheckResult result = of(green(FIRST), green(SECOND), green(THIRD), green(THIRD));

        assertThat(result.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(result.happened()).contains(THIRD).contains("twice");
    }

    @Test
    void a_skipped_or_aborted_test_is_never_a_pass_and_is_named() {
        for (String outcome : List.of("skipped", "aborted")) {
            CheckResult result = of(green(FIRST), with(SECOND, outcome, null), green(THIRD));

            assertThat(result.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
            assertThat(result.happened()).contains(SECOND).contains(outcome);
        }
    }

    @Test
    void a_test_that_broke_without_a_cause_is_the_katas_own_fault() {
        TestResult broken = with(SECOND, "failed", new TestResult.Failure(null, "NullPointerException", List.of(), ""));

        CheckResult result = of(green(FIRST), broken, green(THIRD));

        assertThat(result.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(result.happened()).contains(SECOND).contains("NullPointerException");
        assertThat(result.points()).isZero();
    }

    @Test
    void a_failed_test_that_says_nothing_is_the_katas_own_fault() {
        CheckResult result = of(green(FIRST), with(SECOND, "failed", null), green(THIRD));

        assertThat(result.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(result.happened()).contains(SECOND);
    }

    @Test
    void a_mistake_explains_a_test_that_broke_beside_it() {
        TestResult broken = with(SECOND, "failed", new TestResult.Failure(null, "NullPointerException", List.of(), ""));

        CheckResult result = of(green(FIRST), broken, red(THIRD, MILD));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.causeId()).isEqualTo("mild");
    }

    @Test
    void a_run_that_had_to_be_stopped_timed_out_during_the_test_that_was_running() {
        CheckResult result = judge.of(brokenOff(SECOND, new Run.End(137, true), green(FIRST)), 60);

        assertThat(result.verdict()).isEqualTo(Verdict.TIMED_OUT);
        assertThat(result.happened()).contains(SECOND);
        assertThat(result.points()).isZero();
    }

    @Test
    void a_run_that_ended_by_itself_too_early_crashed_and_tells_its_exit_code() {
        CheckResult result = judge.of(brokenOff(SECOND, new Run.End(42, false), green(FIRST)), 1);

        assertThat(result.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(result.happened()).contains("exit code 42").contains(SECOND);
    }

    @Test
    void a_run_that_never_came_to_a_test_says_so() {
        CheckResult result = judge.of(brokenOff(null, new Run.End(1, false)), 1);

        assertThat(result.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(result.happened()).contains("before the first test");
    }

    @Test
    void exit_code_0_and_every_test_green_are_no_pass_if_the_run_did_not_report_its_own_end() {
        Run ended = brokenOff(null, new Run.End(0, false), green(FIRST), green(SECOND), green(THIRD));

        CheckResult result = judge.of(ended, 1);

        assertThat(result.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(result.points()).isZero();
    }

    @Test
    void an_answer_that_was_never_run_earns_nothing_and_keeps_its_verdict() {
        for (Verdict verdict : List.of(Verdict.DID_NOT_COMPILE, Verdict.REFUSED)) {
            CheckResult result = judge.withoutRun(verdict, "in a few words", "in a sentence", 0.5);

            assertThat(result.verdict()).isEqualTo(verdict);
            assertThat(result.headline()).isEqualTo("in a few words");
            assertThat(result.happened()).isEqualTo("in a sentence");
            assertThat(result.tasks()).extracting(TaskResult::done).containsExactly(false, false);
            assertThat(result.points()).isZero();
        }
    }

    @Test
    void a_result_names_its_exercise_its_answer_its_files_and_its_dice() {
        CheckResult result = of(green(FIRST), green(SECOND), green(THIRD));

        assertThat(List.of(result.exercise(), result.answer(), result.sources()))
                .containsExactly("03-make-tea", "yours", "hash");
        assertThat(result.seed()).isEqualTo(7);
    }
}
