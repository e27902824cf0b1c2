package kata.testkit.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For how long a line of the answer held threads of one kind.
 *
 * @param at the line
 * @param lasted how long, by the machine's clock; where several threads were held at the same time, it counts once
 * @param times how often
 * @param returned whether it let go of every thread while somebody watched
 */
public record Blocking(Sighting at, Duration lasted, int times, boolean returned) {
    private static final int METHOD = 2;

    /** The line, with its duration in units, to a tenth. */
    public Sighting inUnits(long unitMillis) {
        return at.withUnits(Math.round(10.0 * lasted.toMillis() / unitMillis) / 10.0);
    }

    /**
     * Adds stretches up by line and kind of thread, the longest first.
     *
     * @param since what was before does not count
     * @param atLeast what is shorter is the machine's doing, not the answer's
     */
    static List<Blocking> of(List<Hold> holds, Instant since, Duration atLeast) {
        Map<String, List<Hold>> byLine = new LinkedHashMap<>();
        for (Hold hold : holds) {
            if (hold.to().isAfter(since)) {
                String key = hold.at().place() + hold.at().holder();
                byLine.computeIfAbsent(key, ignored -> new ArrayList<>()).add(hold);
            }
        }
        return byLine.values().stream()
                .flatMap(Blocking::apart)
                .map(stretches -> sum(stretches, since))
                .filter(blocking -> blocking.lasted.compareTo(atLeast) >= 0)
                .sorted(Comparator.comparing(Blocking::lasted).reversed())
                .toList();
    }

    /** On a line that calls what waits, others may wait for the lock that its caller holds. */
    private static Stream<List<Hold>> apart(List<Hold> stretches) {
        if (stretches.stream().noneMatch(hold -> wellNamed(hold) == METHOD)) {
            return Stream.of(stretches);
        }
        return stretches.stream()
                .collect(Collectors.partitioningBy(hold -> hold.at().waitedForALock()))
                .values()
                .stream()
                .filter(part -> !part.isEmpty());
    }

    private static Blocking sum(List<Hold> stretches, Instant since) {
        Duration lasted = Duration.ZERO;
        int times = 0;
        Instant end = since;
        for (Hold hold :
                stretches.stream().sorted(Comparator.comparing(Hold::from)).toList()) {
            Instant from = hold.from().isAfter(end) ? hold.from() : end;
            if (hold.from().compareTo(end) >= 0 || times == 0) {
                times++;
            }
            if (hold.to().isAfter(from)) {
                lasted = lasted.plus(Duration.between(from, hold.to()));
                end = hold.to();
            }
        }
        Sighting named = stretches.stream()
                .max(Comparator.comparing(Blocking::wellNamed)
                        .thenComparing(hold -> Duration.between(hold.from(), hold.to())))
                .orElseThrow()
                .at();
        return new Blocking(named, lasted, times, stretches.stream().allMatch(Hold::returned));
    }

    /** The name of a method says more than the kind of an event, and that says more than nothing. */
    private static int wellNamed(Hold hold) {
        String call = hold.at().call();
        return call.isEmpty() ? 0 : call.contains(" ") ? 1 : METHOD;
    }
}
