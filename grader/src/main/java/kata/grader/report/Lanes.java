package kata.grader.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Mark;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/**
 * A timeline sorted into swim-lanes, by task or by thread. Spans of one lane that overlap get a row each.
 *
 * @param lanes from top to bottom
 * @param more how many lanes were left out because there are too many
 */
record Lanes(List<Lane> lanes, int more) {
    static final int MOST_LANES = 60;
    private static final int MOST_IN_A_LANE = 400;

    /**
     * A swim-lane.
     *
     * @param label as drawn
     * @param name in full
     * @param rows spans that do not overlap, a list for each row
     * @param marks its moments
     * @param held lines that were seen holding the lane's thread; only by thread
     */
    record Lane(String label, String name, List<List<Span>> rows, List<Mark> marks, List<Sighting> held) {}

    /** @param like whose order of lanes is kept as far as they have the same ones, so that two can be compared */
    static Lanes byTask(Timeline timeline, Timeline like) {
        Map<String, Lane> lanes = new LinkedHashMap<>();
        for (String name : timeline.lanesLike(like)) {
            lanes.put(name, lane(name, name, timeline.spansOf(name), timeline.marksOf(name), List.of()));
        }
        return limited(lanes.values());
    }

    /** A lane for each thread that began a span, made a mark, or was seen held by a line of the answer. */
    static Lanes byThread(Timeline timeline, List<Sighting> sightings) {
        record Seen(String thread, long order) {}
        List<Seen> seen = new ArrayList<>();
        timeline.spans().forEach(span -> seen.add(new Seen(span.thread(), span.begun())));
        timeline.marks().forEach(mark -> seen.add(new Seen(mark.thread(), mark.order())));
        seen.sort(Comparator.comparingLong(Seen::order));
        Map<String, Lane> lanes = new LinkedHashMap<>();
        for (Seen each : seen) {
            lanes.computeIfAbsent(
                    each.thread,
                    thread -> lane(
                            ThreadNames.brief(thread),
                            thread.isEmpty() ? "a virtual thread" : thread,
                            timeline.spans().stream()
                                    .filter(span -> span.thread().equals(thread))
                                    .toList(),
                            timeline.marks().stream()
                                    .filter(mark -> mark.thread().equals(thread))
                                    .toList(),
                            sightings.stream()
                                    .filter(line -> line.thread().equals(thread))
                                    .toList()));
        }
        // Threads of which nothing else is known share a lane: twenty held workers are one finding.
        Map<String, List<Sighting>> others = new LinkedHashMap<>();
        sightings.stream()
                .filter(line -> line.wasSeenRunning() && !lanes.containsKey(line.thread()))
                .forEach(line -> others.computeIfAbsent(line.holder(), holder -> new ArrayList<>())
                        .add(line));
        others.forEach((holder, held) -> lanes.put(
                "held: " + holder,
                lane(
                        held.size() == 1
                                ? ThreadNames.brief(held.get(0).thread())
                                : ThreadNames.family(held.get(0).thread()) + " ×" + held.size(),
                        holder,
                        List.of(),
                        List.of(),
                        held)));
        return limited(lanes.values());
    }

    private static Lanes limited(Collection<Lane> lanes) {
        return new Lanes(lanes.stream().limit(MOST_LANES).toList(), Math.max(0, lanes.size() - MOST_LANES));
    }

    private static Lane lane(String label, String name, List<Span> spans, List<Mark> marks, List<Sighting> held) {
        List<List<Span>> rows = new ArrayList<>();
        spans.stream()
                .sorted(Comparator.comparingDouble(Span::from).thenComparingLong(Span::begun))
                .limit(MOST_IN_A_LANE)
                .forEach(span -> rowFor(span, rows).add(span));
        return new Lane(label, name, rows, marks.stream().limit(MOST_IN_A_LANE).toList(), held);
    }

    private static List<Span> rowFor(Span span, List<List<Span>> rows) {
        for (List<Span> row : rows) {
            if (row.get(row.size() - 1).to() <= span.from()) {
                return row;
            }
        }
        rows.add(new ArrayList<>());
        return rows.get(rows.size() - 1);
    }
}
