package kata.testkit.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up for how long lines of the answer held their threads in hand-moved time. Who waits when time moves on has
 * waited for just so long, whatever the machine did meanwhile: this costs nothing but a look at each move.
 */
public final class Held {
    private final Threads threads;
    private final Map<Sighting, Double> units = new LinkedHashMap<>();
    private List<Sighting> seen;
    private Optional<Sighting> running = Optional.empty();

    /** @param threads finds the lines */
    public Held(Threads threads) {
        this.threads = threads;
    }

    /** Looks at the platform threads, before time moves. */
    public List<Sighting> look() {
        seen = threads.waiting();
        return seen;
    }

    /** Looks at virtual threads as well, which takes longer: for where something is wrong already. */
    public List<Sighting> lookEverywhere() {
        seen = threads.waitingEverywhere();
        return seen;
    }

    /** Forgets the last look: things go on though time did not move. */
    public void lookAway() {
        seen = null;
        running = Optional.empty();
    }

    /** This line keeps a thread busy until time moves. */
    public void keepsRunning(Optional<Sighting> line) {
        running = line;
    }

    /** Time moves by so many units, and nothing has changed since the last look. */
    public void moves(double by) {
        List<Sighting> lines = new ArrayList<>(seen == null ? threads.waiting() : seen);
        running.ifPresent(lines::add);
        lookAway();
        // Two threads of one kind on one line at the same time are told once.
        lines.stream()
                .filter(line -> !Calls.takesRealTime(line.call()))
                .map(Held::key)
                .distinct()
                .forEach(line -> units.merge(line, by, Double::sum));
    }

    /** The same line with the units for which it held its thread in all; as it was if no time went by. */
    public Sighting timed(Sighting line) {
        return line.withUnits(units.getOrDefault(key(line), 0.0));
    }

    /** The same lines, each with the units for which it held its thread. */
    public List<Sighting> timed(List<Sighting> lines) {
        return lines.stream().map(this::timed).toList();
    }

    /**
     * What a recording saw, in units. A wait for others lasts as long as hand-moved time says, however long the
     * machine took; where time was never moved by hand, and for what takes real time, the machine's clock decides.
     *
     * @param movedByHand whether the test moved time by hand
     */
    public List<Sighting> timed(List<Blocking> recorded, boolean movedByHand, long unitMillis) {
        List<Sighting> lines = new ArrayList<>();
        for (Blocking blocking : recorded) {
            boolean byHand = movedByHand && !Calls.takesRealTime(blocking.at().call());
            Sighting line = byHand ? timed(blocking.at()) : blocking.inUnits(unitMillis);
            if (line.units() > 0 || !blocking.returned()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Sighting key(Sighting line) {
        return new Sighting(line.file(), line.line(), line.method(), line.call(), line.holder());
    }
}
