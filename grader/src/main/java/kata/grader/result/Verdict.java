package kata.grader.result;

import java.util.Locale;

/** What became of an answer. */
public enum Verdict {
    /** Every test that the exercise lists ran, and each of them passed. */
    PASSED,
    /** A test showed a mistake. */
    FAILED,
    /** The stub's TODO still throws. */
    NOT_STARTED,
    /** The compiler refused it. */
    DID_NOT_COMPILE,
    /** It had to be stopped from outside. */
    TIMED_OUT,
    /** Its JVM ended before its tests had. */
    CRASHED,
    /** It breaks the rules for submissions and was not run. */
    REFUSED,
    /** Something that is no fault of the answer's kept it from being judged. */
    HARNESS_ERROR;

    /** Whether the answer's tests came to their end, so that the same answer would be judged the same again. */
    public boolean isJudged() {
        return this == PASSED || this == FAILED || this == NOT_STARTED;
    }

    /** The name in a result file, as in {@code not_started}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
