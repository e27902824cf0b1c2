package kata.slowserver.test;

import kata.testkit.diagnosis.Cause;

/** The mistakes that only this lesson knows. */
final class Mistakes {
    static final Cause ASKED_AGAIN = new Cause(
            "asked-again",
            "a failure was not told, but tried again",
            "send each request once, and let its failure reach your future; whether to try again is for your caller to"
                    + " decide",
            76);

    static final Cause UNNAMED = new Cause(
            "unnamed-failure",
            "the failure does not say which request it was",
            "let each request fail by itself, where its own URL is known, with new PullFailed(uri, …)",
            77);

    static final Cause OTHER_CLIENT = new Cause(
            "other-client",
            "not the client that was given",
            "send with the client that pullAll is given, and leave it open: it belongs to the caller",
            92);

    private Mistakes() {}
}
