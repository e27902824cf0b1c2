package kata.coroutine.test;

import kata.testkit.diagnosis.Cause;

/** The mistakes that only this lesson knows. */
final class Mistakes {
    static final Cause STARTED_TOO_EARLY = new Cause(
            "started-too-early",
            "started when it was only created",
            "keep the body in coro(), and call body.get() in await()",
            42);

    static final Cause NEVER_STARTED = new Cause(
            "never-started",
            "created but never started",
            "start the coroutine in createTask() itself, and keep its future for those who await",
            43);

    static final Cause RAN_AGAIN = new Cause(
            "ran-again",
            "ran more than once",
            "keep the future of the first run in the Coro, and give it to everyone who asks",
            44);

    static final Cause THREW_AT_THE_CALLER = new Cause(
            "threw-at-the-caller",
            "the failure hit the wrong one",
            "catch what body.get() throws, and keep CompletableFuture.failedFuture(problem) as the outcome of the run",
            72);

    private Mistakes() {}
}
