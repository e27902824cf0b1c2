package kata.grader.result;

import java.time.Instant;
import java.util.List;

/**
 * The result of a check: what is shown, stored and reported. Nothing in it needs the answer or the exercise again.
 *
 * @param schema 1
 * @param exercise the slug
 * @param answer the answer's name; "yours" for the learner's own
 * @param sources a hash of the answer's files, so that an old result is not taken for a new one's
 * @param against a hash of everything else that the verdict depends on: the exercise's own code, the testkit, the
 *     libraries, the JDK; empty if it is not known
 * @param verdict what became of it
 * @param headline the verdict in a few words
 * @param happened what happened, in one or two sentences; empty if it passed
 * @param main the test that shows the main cause; null if no test did
 * @param tasks the exercise's tasks, and which of them are done
 * @param tests every test that ran
 * @param points earned
 * @param maxPoints what the exercise is worth
 * @param seconds wall time of the whole check
 * @param testSeconds wall time of its tests alone, most of which they wait
 * @param seed from which the run's names and sizes follow
 * @param unitMillis milliseconds in a unit of the tests that the machine's clock judges; 0 if no test ran
 * @param java the version of the JVM that ran the tests
 * @param output what the answer printed
 * @param at when the check began
 */
public record CheckResult(
        int schema,
        String exercise,
        String answer,
        String sources,
        String against,
        Verdict verdict,
        String headline,
        String happened,
        TestResult main,
        List<TaskResult> tasks,
        List<TestResult> tests,
        int points,
        int maxPoints,
        double seconds,
        double testSeconds,
        long seed,
        long unitMillis,
        String java,
        String output,
        Instant at) {

    /** A task and whether each of its tests passed. */
    public record TaskResult(int number, String text, int points, boolean done) {}

    /** The id of the main cause; empty if there is none. */
    public String causeId() {
        return main == null ? "" : main.cause().map(cause -> cause.id()).orElse("");
    }

    /** The same result, of another time. */
    public CheckResult withTime(Instant time) {
        return with(against, main, tests, seconds, time);
    }

    /** The same result, and what it was checked against. */
    public CheckResult withAgainst(String hash) {
        return with(hash, main, tests, seconds, at);
    }

    /** The same result, with more known of the test that shows the main cause. */
    public CheckResult withMain(TestResult better, double longer) {
        List<TestResult> all =
                tests.stream().map(test -> test.equals(main) ? better : test).toList();
        return with(against, better, all, longer, at);
    }

    private CheckResult with(String against, TestResult main, List<TestResult> tests, double seconds, Instant at) {
        return new CheckResult(
                schema,
                exercise,
                answer,
                sources,
                against,
                verdict,
                headline,
                happened,
                main,
                tasks,
                tests,
                points,
                maxPoints,
                seconds,
                testSeconds,
                seed,
                unitMillis,
                java,
                output,
                at);
    }

    public boolean passed() {
        return verdict == Verdict.PASSED;
    }
}
