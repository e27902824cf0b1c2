package kata.grader.report;

import kata.grader.result.Verdict;

/**
 * How a verdict looks on a page: a sign beside the colour, for eyes that cannot tell the colours apart.
 *
 * @param sign one character
 * @param style of the style sheet
 */
record VerdictSign(String sign, String style) {

    static VerdictSign of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> new VerdictSign("✔", "good");
            case NOT_STARTED -> new VerdictSign("○", "todo");
            case HARNESS_ERROR -> new VerdictSign("!", "todo");
            case FAILED, DID_NOT_COMPILE, TIMED_OUT, CRASHED, REFUSED -> new VerdictSign("✗", "bad");
        };
    }

    static VerdictSign of(boolean done) {
        return done ? new VerdictSign("✔", "good") : new VerdictSign("·", "todo");
    }

    /** The sign as markup; a screen reader hears the words beside it instead. */
    String markup() {
        return "<span class=\"sign " + style + "\" aria-hidden=\"true\">" + sign + "</span>";
    }
}
