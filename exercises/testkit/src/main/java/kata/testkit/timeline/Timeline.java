package kata.testkit.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What happened during a run: a snapshot, in units, safe to keep and to share between threads. */
public record Timeline(List<Span> spans, List<Mark> marks) {

    private static final double LAST_MOMENT = 1e6;

    /** Nothing happened. */
    public static final Timeline EMPTY = new Timeline(List.of(), List.of());

    public Timeline {
        spans = List.copyOf(spans);
        marks = List.copyOf(marks);
    }

    /** A drawn-up timeline, such as that of a right answer; add to it with {@link #with}. */
    public static Timeline ideal() {
        return EMPTY;
    }

    /** The same timeline and one more waiting span. */
    public Timeline with(String lane, double from, double to) {
        return with(lane, Span.Kind.WAIT, from, to);
    }

    /** The same timeline and one more span. */
    public Timeline with(String lane, Span.Kind kind, double from, double to) {
        List<Span> more = new ArrayList<>(spans);
        more.add(new Span(lane, "", kind, "", from, to, 2L * spans.size() + 1, 2L * spans.size() + 2));
        return new Timeline(more, marks);
    }

    /**
     * What takes so many units each, in so many places: each begins, in this order, as soon as a place is free.
     *
     * @param units how long each takes, 1 where it is not said
     */
    public static Timeline inPlaces(List<String> lanes, int places, Map<String, Double> units) {
        double[] freeAt = new double[places];
        Timeline timeline = ideal();
        for (String lane : lanes) {
            int place = 0;
            for (int i = 1; i < places; i++) {
                place = freeAt[i] < freeAt[place] ? i : place;
            }
            double from = freeAt[place];
            freeAt[place] = from + units.getOrDefault(lane, 1.0);
            timeline = timeline.with(lane, from, freeAt[place]);
        }
        return timeline;
    }

    /**
     * How many spans are open at first and after each moment at which some end, for as long as others follow: what a
     * play of a right answer waits for at each step. Two that end at the same moment make one step.
     */
    public int[] openAtEachStep() {
        double[] ends = spans.stream().mapToDouble(Span::to).sorted().distinct().toArray();
        int[] open = new int[ends.length];
        for (int step = 0; step < ends.length; step++) {
            double now = step == 0 ? 0 : ends[step - 1];
            open[step] = (int) spans.stream()
                    .filter(span -> span.from() <= now && now < span.to())
                    .count();
        }
        return open;
    }

    /**
     * A moment as far as it can be drawn, in units: a mistake may pause for a million years, and no picture must fill
     * the memory with them. What is no number is 0.
     */
    public static double drawable(double moment) {
        return moment > 0 ? Math.min(moment, LAST_MOMENT) : 0;
    }

    /** For a message: 3.0 as "3 units", 1.0 as "1 unit", 2.25 as "2.25 units". */
    public static String units(double value) {
        String number = String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
        return number.equals("1") ? "1 unit" : number + " units";
    }

    public boolean isEmpty() {
        return spans.isEmpty() && marks.isEmpty();
    }

    /** The lanes in the order in which they first appear. */
    public List<String> lanes() {
        record Seen(String lane, long order) {}
        Set<String> lanes = new LinkedHashSet<>();
        Stream.concat(
                        spans.stream().map(span -> new Seen(span.lane(), span.begun())),
                        marks.stream().map(mark -> new Seen(mark.lane(), mark.order())))
                .sorted((a, b) -> Long.compare(a.order, b.order))
                .forEach(seen -> lanes.add(seen.lane));
        return List.copyOf(lanes);
    }

    public List<Span> spansOf(String lane) {
        return spans.stream().filter(span -> span.lane().equals(lane)).toList();
    }

    /** The lanes in the order of another timeline as far as it has the same ones, so that two can be compared. */
    public List<String> lanesLike(Timeline other) {
        List<String> order = other.lanes();
        return lanes().stream()
                .sorted(Comparator.comparingInt(lane -> order.contains(lane) ? order.indexOf(lane) : order.size()))
                .toList();
    }

    public List<Mark> marksOf(String lane) {
        return marks.stream().filter(mark -> mark.lane().equals(lane)).toList();
    }

    /** Units from the start to the end of the last span or mark. */
    public double end() {
        return Stream.concat(spans.stream().map(Span::to), marks.stream().map(Mark::at))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /** The largest number of spans under way at the same moment. */
    public int peak() {
        return peak(span -> true);
    }

    /** The largest number of spans of this sort under way at the same moment. */
    public int peak(Predicate<Span> which) {
        List<Span> chosen = spans.stream().filter(which).toList();
        int peak = 0;
        for (Span begins : chosen) {
            int underWay = 0;
            for (Span other : chosen) {
                if (other.begun() <= begins.begun() && (other.open() || other.ended() > begins.begun())) {
                    underWay++;
                }
            }
            peak = Math.max(peak, underWay);
        }
        return peak;
    }
}
