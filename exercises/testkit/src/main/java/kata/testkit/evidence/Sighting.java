package kata.testkit.evidence;

/**
 * A line of the learner's code that was seen holding a thread.
 *
 * @param file source file name
 * @param line line number, 1 or more; 0 if the compiler kept none
 * @param method the learner's method, as in {@code countAll}
 * @param call what that line called, as in {@code CompletableFuture.join}; empty if the line itself was running
 * @param thread the name of the thread it held
 */
public record Sighting(String file, int line, String method, String call, String thread) {

    /** Stands for the thread's name where the line threw an exception. */
    public static final String THREW = "(threw)";

    /** Stands for the thread's name where the line was read, not seen running. */
    public static final String IN_THE_CODE = "(in the code)";

    /** As in {@code CountAsync.java:31}. */
    public String place() {
        return file + ":" + line;
    }

    /** One line for a message: where, what, on which thread. */
    @Override
    public String toString() {
        if (thread.equals(THREW)) {
            return place() + "   the exception came from " + method + "()";
        }
        if (thread.equals(IN_THE_CODE)) {
            return place() + "   " + method + "() calls " + call;
        }
        return place() + "   " + (call.isEmpty() ? method + "() kept " + holder() + " running"
                : call + "() held " + holder() + " in " + method + "()");
    }

    /** What a lesson calls the thread. */
    public String holder() {
        return switch (thread) {
            case "kata-caller" -> "the caller";
            case "kata-loop" -> "the loop";
            case "kata-clock" -> "the thread that ends the pauses";
            default -> thread.startsWith("ForkJoinPool.commonPool-worker")
                    ? "a worker of the common pool"
                    : thread.isEmpty() ? "a virtual thread" : "thread " + thread;
        };
    }
}
