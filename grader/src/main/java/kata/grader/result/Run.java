package kata.grader.result;

import java.util.List;

/**
 * What came back from running an exercise's tests, by whichever runner, before anybody judges it.
 *
 * @param planned the tests that the runner found, before the first ran; empty if it got no further
 * @param tests what each finished test found, in the order in which they finished
 * @param unfinished the test that was running when the run broke off; null if none was
 * @param complete whether the runner reported its own end
 * @param end how the process ended
 * @param output what the answer printed, cut to a sensible length
 * @param seed from which the run's names and sizes follow
 * @param unitMillis milliseconds in a unit; 0 if the runner got no further
 * @param java the version of the JVM that ran the tests
 */
public record Run(
        List<String> planned,
        List<TestResult> tests,
        String unfinished,
        boolean complete,
        End end,
        String output,
        long seed,
        long unitMillis,
        String java) {

    /**
     * How a run's process ended.
     *
     * @param exitCode its exit code
     * @param stopped whether it had to be stopped because its time was over
     */
    public record End(int exitCode, boolean stopped) {}
}
