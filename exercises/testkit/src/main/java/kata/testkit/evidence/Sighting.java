package kata.testkit.evidence;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.testkit.timeline.Timeline;

/**
 * A line of the learner's code that was seen holding a thread.
 *
 * @param file source file name
 * @param line line number, 1 or more; 0 if the compiler kept none
 * @param method the learner's method, as in {@code countAll}
 * @param call what that line called, as in {@code CompletableFuture.join}; empty if the line itself was running
 * @param thread the name of the thread it held; empty or {@code virtual …} for a virtual one
 * @param units for how long it held the thread; 0 if that is not known
 */
public record Sighting(String file, int line, String method, String call, String thread, double units) {

    /** Stands for the thread's name where the line threw an exception. */
    public static final String THREW = "(threw)";

    /** Stands for the thread's name where the line was read, not seen running. */
    public static final String IN_THE_CODE = "(in the code)";

    private static final int MOST_ALIKE = 3;

    /** How the name of a virtual thread begins if it has one. */
    static final String VIRTUAL = "virtual ";

    /** A line of which it is not known for how long it held the thread. */
    public Sighting(String file, int line, String method, String call, String thread) {
        this(file, line, method, call, thread, 0);
    }

    /** The same line, and for how long it held the thread. */
    public Sighting withUnits(double time) {
        return new Sighting(file, line, method, call, thread, time);
    }

    /** The same line, which does not wait for what it calls: it runs on and on. */
    Sighting running() {
        return new Sighting(file, line, method, "", thread, units);
    }

    /** As in {@code CountAsync.java:31}. */
    public String place() {
        return file + ":" + line;
    }

    /** Whether it was seen on a thread while it ran, not read and not in a stack trace. */
    public boolean wasSeenRunning() {
        return !thread.equals(THREW) && !thread.equals(IN_THE_CODE);
    }

    /** Whether the thread stood before a lock: on the line behind it, where its owner may be held by another call. */
    public boolean waitedForALock() {
        return call.equals(Calls.LOCK);
    }

    /**
     * The lines for a message, each once. A call that held many threads gets the one that it held longest, and their
     * number: twenty lines alike would hide the one that differs.
     */
    public static List<String> lines(List<Sighting> sightings) {
        Map<List<String>, List<Sighting>> alike = sightings.stream()
                .collect(Collectors.groupingBy(
                        seen -> List.of(seen.place(), seen.method(), seen.call()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values().stream().flatMap(Sighting::fewLines).toList();
    }

    private static Stream<String> fewLines(List<Sighting> alike) {
        List<String> lines = alike.stream().map(Sighting::toString).distinct().toList();
        if (lines.size() <= MOST_ALIKE) {
            return lines.stream();
        }
        Sighting longest = Collections.max(alike, Comparator.comparingDouble(Sighting::units));
        return Stream.of(longest + ", one of " + lines.size() + " times");
    }

    /** One line for a message: where, what, on which thread, for how long. */
    @Override
    public String toString() {
        if (thread.equals(THREW)) {
            return place() + "   the exception came from " + method + "()";
        }
        if (thread.equals(IN_THE_CODE)) {
            return place() + "   " + method + "() calls " + call;
        }
        // The wait for a lock is no call of a method.
        String what = call.contains(" ") ? call : call + "()";
        return place() + "   "
                + (call.isEmpty()
                        ? method + "() kept " + holder() + " running"
                        : what + " held " + holder() + " in " + method + "()")
                + duration();
    }

    private String duration() {
        return units <= 0 ? "" : " for " + Timeline.units(units);
    }

    /** What a lesson calls the thread. */
    public String holder() {
        return switch (thread) {
            case "kata-caller" -> "the caller";
            case "kata-loop" -> "the loop";
            case "kata-clock" -> "the thread that ends the pauses";
            case "" -> "a virtual thread";
            default ->
                thread.startsWith(Threads.COMMON_POOL)
                        ? "a worker of the common pool"
                        : thread.startsWith(VIRTUAL)
                                ? "the virtual thread " + thread.substring(VIRTUAL.length())
                                : "thread " + thread;
        };
    }
}
