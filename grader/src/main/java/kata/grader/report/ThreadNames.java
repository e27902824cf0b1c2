package kata.grader.report;

/** What a report calls a thread where there is little room. */
final class ThreadNames {
    private static final String COMMON_POOL = "ForkJoinPool.commonPool-worker-";

    private ThreadNames() {}

    /** As in "the caller", "common pool 3"; unknown names stay as they are. */
    static String brief(String thread) {
        return switch (thread) {
            case "kata-caller" -> "the caller";
            case "kata-loop" -> "the loop";
            case "kata-clock" -> "the clock";
            case "" -> "virtual";
            default ->
                thread.startsWith(COMMON_POOL) ? "common pool " + thread.substring(COMMON_POOL.length()) : thread;
        };
    }

    /** The same without its number, for many of one kind. */
    static String family(String thread) {
        return brief(thread).replaceFirst("[- ]?\\d+$", "");
    }
}
