package kata.grader.result;

import java.util.List;
import java.util.Optional;
import kata.testkit.diagnosis.Cause;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Timeline;

/**
 * What one test found.
 *
 * @param test as in {@code CountAsyncTest.some_method}
 * @param outcome {@code passed}, {@code failed}, {@code aborted} or {@code skipped}
 * @param millis how long it took
 * @param failure why it is red; null if it is not
 * @param yours what was recorded of the answer
 * @param right what a right answer looks like
 * @param notes remarks that are no failure
 */
public record TestResult(
        String test,
        String outcome,
        double millis,
        Failure failure,
        Timeline yours,
        Timeline right,
        List<String> notes) {

    /**
     * Why a test is red.
     *
     * @param cause the named mistake; null where the test itself broke
     * @param happened what happened, in the lesson's words
     * @param sightings lines of the answer that show it
     * @param stack the stack trace, for those who ask
     */
    public record Failure(Cause cause, String happened, List<Sighting> sightings, String stack) {}

    public boolean passed() {
        return outcome.equals("passed");
    }

    /** The named mistake, if there is one. */
    public Optional<Cause> cause() {
        return Optional.ofNullable(failure).map(Failure::cause);
    }
}
