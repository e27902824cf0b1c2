package kata.testkit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kata.testkit.evidence.Sighting;

/** Which lines of an answer belong to a mistake, and which of two sightings of a line says more. */
public final class Blame {
    /** Mistakes that a held thread explains. What held a thread says nothing of a wrong result. */
    private static final Set<String> ABOUT_TIME = Set.of(
            Causes.BLOCKING_CALL.id(),
            Causes.BUSY_WAIT.id(),
            Causes.BLOCKED_THE_LOOP.id(),
            Causes.BLOCKED_A_CALLBACK.id(),
            Causes.RAN_ONE_AFTER_ANOTHER.id(),
            Causes.BLOCKED_THE_COMMON_POOL.id(),
            Causes.TOO_FEW_AT_ONCE.id(),
            Causes.BLOCKED_THE_CALLER.id(),
            Causes.NEVER_FINISHED.id(),
            Causes.TOO_SLOW.id());
    /** A line that held its thread for less explains nothing. */
    private static final double LEAST_UNITS = 0.25;

    private static final int MOST_LINES_ADDED = 3;

    private Blame() {}

    /** Whether a recording could say more of this mistake than is known: no line is known with its duration. */
    public static boolean wantsMore(Cause cause, List<Sighting> known) {
        return ABOUT_TIME.contains(cause.id())
                && known.stream().noneMatch(line -> line.wasSeenRunning() && line.units() > 0 && line.line() > 0);
    }

    /**
     * Adds what a recording found to what is known: a line that is known gets its duration, and lines that explain
     * the mistake are added.
     */
    public static List<Sighting> with(Cause cause, List<Sighting> known, List<Sighting> found) {
        if (!ABOUT_TIME.contains(cause.id())) {
            return known;
        }
        List<Sighting> all = new ArrayList<>();
        for (Sighting line : known) {
            Sighting better = found.stream()
                    .filter(other -> other.units() > 0 && tellsOf(line, other))
                    .findFirst()
                    .orElse(line);
            all.add(line.units() > 0 || line.thread().equals(Sighting.THREW) ? line : named(line, better));
        }
        found.stream()
                .filter(line -> line.units() >= LEAST_UNITS && explains(cause, line))
                .filter(line -> all.stream().noneMatch(other -> isSamePlace(other, line)))
                .limit(MOST_LINES_ADDED)
                .toList()
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static boolean tellsOf(Sighting line, Sighting other) {
        return isSamePlace(line, other)
                && (!line.wasSeenRunning() || line.holder().equals(other.holder()));
    }

    private static boolean isSamePlace(Sighting one, Sighting other) {
        return one.place().equals(other.place()) && one.waitedForALock() == other.waitedForALock();
    }

    /** What was seen or read by name stays; a recording may know no more than the kind of a call. */
    private static Sighting named(Sighting line, Sighting better) {
        boolean betterNamed = line.call().isEmpty()
                || !line.wasSeenRunning() && !better.call().contains(" ");
        return betterNamed
                ? better
                : new Sighting(line.file(), line.line(), line.method(), line.call(), better.thread(), better.units());
    }

    private static boolean explains(Cause cause, Sighting line) {
        return switch (cause.id()) {
            case "blocked-the-loop" -> line.thread().equals("kata-loop");
            case "blocked-the-caller" -> line.thread().equals("kata-caller");
            case "blocked-a-callback" -> line.thread().equals("kata-clock");
            case "blocked-the-common-pool" -> line.thread().startsWith("ForkJoinPool.commonPool");
            case "busy-wait" -> line.call().isEmpty();
            default -> true;
        };
    }
}
