package kata.grader.report;

import kata.testkit.evidence.Sighting;

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
            default -> thread.startsWith(COMMON_POOL) ? "common pool " + thread.substring(COMMON_POOL.length()) : thread;
        };
    }

    /** The same without its number, for many of one kind. */
    static String family(String thread) {
        return brief(thread).replaceFirst("[- ]?\\d+$", "");
    }

    /** Whether a sighting names a thread at all: an exception's line and a line that was only read name none. */
    static boolean isThread(Sighting line) {
        return !line.thread().equals(Sighting.THREW) && !line.thread().equals(Sighting.IN_THE_CODE);
    }
}
