package kata.testkit.diagnosis;

/**
 * The mistakes that more than one exercise meets. A smaller rank explains more: whoever sleeps inside async code
 * also runs one after another and is also too slow, and should hear of the sleep first.
 */
public final class Causes {
    public static final Cause NOT_STARTED =
            new Cause("not-started", "still to do", "open the stub, read its comment, replace the throw", 0);

    public static final Cause THREW = new Cause(
            "threw",
            "your code threw an exception",
            "look at the line named above, and at what it works on: what was null, out of range, or not what it seems?",
            10);

    public static final Cause RETURNED_NULL = new Cause(
            "returned-null", "no future came back", "return the future that ends when your work has ended", 15);

    public static final Cause BLOCKING_CALL = new Cause(
            "blocking-call",
            "a blocking call inside async code",
            "take the blocking call out: chain what comes next to the future with thenApply, thenCompose or thenRun",
            20);

    public static final Cause BUSY_WAIT = new Cause(
            "busy-wait",
            "a loop that burns the processor while it waits",
            "do not ask again and again: let the future call you, with thenRun, thenCompose or allOf",
            30);

    public static final Cause NAPS = new Cause(
            "naps",
            "a loop that naps and asks again",
            "wait for the future itself, or let it call you: who naps wakes in vain, and hears of the end too late",
            31);

    public static final Cause BLOCKED_THE_LOOP = new Cause(
            "blocked-the-loop",
            "the loop was blocked",
            "hand the blocking call to the executor, and let the loop go on",
            40);

    public static final Cause BLOCKED_A_CALLBACK = new Cause(
            "blocked-a-callback",
            "a callback that waits",
            "do not wait inside thenApply or thenRun: return the next future with thenCompose",
            45);

    public static final Cause RAN_ONE_AFTER_ANOTHER = new Cause(
            "ran-one-after-another",
            "ran one after another",
            "start all of them, keep the futures, and wait for those together, with allOf for example",
            50);

    public static final Cause BLOCKED_THE_COMMON_POOL = new Cause(
            "blocked-the-common-pool",
            "the common pool was blocked",
            "do not wait on a worker of the common pool: chain to the future instead",
            55);

    public static final Cause TOO_FEW_AT_ONCE = new Cause(
            "too-few-at-once",
            "only some ran at the same time",
            "start every one before you wait for any, and check that no pool is too small",
            60);

    public static final Cause BLOCKED_THE_CALLER = new Cause(
            "blocked-the-caller",
            "the caller had to wait",
            "return the future at once and let its completion carry the result",
            65);

    public static final Cause RETURNED_TOO_EARLY = new Cause(
            "returned-too-early",
            "ended before the work had ended",
            "return a future that ends only when every part has ended, with allOf for example",
            70);

    public static final Cause SWALLOWED_ERROR =
            new Cause("swallowed-error", "an error was hidden", "let the failure reach the future that you return", 75);

    public static final Cause LOST_RESULT = new Cause(
            "lost-result",
            "results were lost",
            "two threads must not add to one plain list: take each result from its own future",
            80);

    public static final Cause COMPLETION_ORDER = new Cause(
            "completion-order",
            "right values, wrong order",
            "read the results from the futures in the order of the requests, not in the order of completion",
            85);

    public static final Cause FAKED =
            new Cause("faked", "not the real work", "use the collaborators that you are given, once for each task", 90);

    public static final Cause NEVER_FINISHED = new Cause(
            "never-finished",
            "never finished",
            "look for a future that nobody completes, or a wait that nothing ends",
            95);

    public static final Cause EMPTY_LIST = new Cause(
            "empty-list",
            "stumbled over an empty list",
            "an empty list has no first and no last, and none that will ever end: see what your code does then",
            97);

    public static final Cause UNBOUNDED =
            new Cause("unbounded", "more at once than allowed", "share one limiter between all the jobs", 100);

    public static final Cause LEAKED_THREADS = new Cause(
            "leaked-threads",
            "threads were left behind",
            "close what you open: try-with-resources on the executor, or shutdown()",
            110);

    public static final Cause TOO_FAST = new Cause(
            "too-fast", "too fast to be true", "wait for each part: nothing may end before its work has", 120);

    public static final Cause WRONG_RESULT = new Cause(
            "wrong-result", "not the result that was asked for", "compare with what the README asks for", 125);

    public static final Cause TOO_SLOW =
            new Cause("too-slow", "slower than it should be", "look for a wait that nobody needs", 130);

    private Causes() {}
}
