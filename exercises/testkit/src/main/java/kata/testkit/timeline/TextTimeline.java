package kata.testkit.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws timelines for a terminal or an assertion's message: a row for each lane, an axis in units. Kinds differ by
 * shape, not by colour, so that the picture survives a log file and colour-blind eyes.
 */
public final class TextTimeline {
    private static final int MOST_LANES = 24;
    private final boolean ascii;
    private final int width;

    /**
     * @param ascii whether only 7-bit characters may be used
     * @param width columns available in all; at least 40 are used
     */
    public TextTimeline(boolean ascii, int width) {
        this.ascii = ascii;
        this.width = Math.max(40, width);
    }

    /** One timeline above another, on the same scale, each one's label at the right end of its first row. */
    public String draw(Timeline yours, Timeline right) {
        Part first = new Part("", yours, yours.lanes(), "yours");
        return draw(
                right.isEmpty()
                        ? List.of(first)
                        : List.of(first, new Part("", right, right.lanesLike(yours), "a right answer")));
    }

    /** Timelines below one another, on the same scale, each below its title. */
    public String draw(Map<String, Timeline> titled) {
        return draw(titled.entrySet().stream()
                .map(each ->
                        new Part(each.getKey(), each.getValue(), each.getValue().lanes(), ""))
                .toList());
    }

    /** A title stands above its rows, a caption at the end of the first; either may be empty. */
    private record Part(String title, Timeline timeline, List<String> lanes, String caption) {}

    private String draw(List<Part> parts) {
        List<String> lines = new ArrayList<>();
        double end = parts.stream()
                .mapToDouble(part -> Timeline.drawable(part.timeline.end()))
                .reduce(1, Math::max);
        int label = parts.stream()
                .flatMap(part -> part.lanes.stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int columns = width - label - 22;
        int perUnit = (int) Math.max(1, Math.min(8, columns / Math.ceil(end)));
        double scale = Math.min(perUnit, columns / end);
        lines.add(" ".repeat(label + 4) + axis(end, scale));
        for (Part part : parts) {
            if (!part.title.isEmpty()) {
                lines.add(part.title);
            }
            rows(lines, part, label, scale);
        }
        if (parts.stream().flatMap(part -> part.timeline.spans().stream()).anyMatch(Span::open)) {
            lines.add("   " + (ascii ? '>' : '▶') + " had not ended yet");
        }
        return String.join("\n", lines);
    }

    private void rows(List<String> lines, Part part, int label, double scale) {
        Timeline timeline = part.timeline;
        List<String> lanes = part.lanes;
        for (int i = 0; i < lanes.size(); i++) {
            if (i == MOST_LANES) {
                lines.add("   " + (ascii ? "..." : "…") + " and " + (lanes.size() - i) + " more");
                return;
            }
            String row = "   " + pad(lanes.get(i), label) + " " + bars(timeline.spansOf(lanes.get(i)), scale);
            int end = label + 5 + (int) Math.ceil(Timeline.drawable(timeline.end()) * scale);
            lines.add(i == 0 && !part.caption.isEmpty() ? pad(row, end) + "  " + part.caption : row);
        }
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(Math.max(0, length - text.length()));
    }

    private String axis(double end, double scale) {
        int step = (int) Math.max(1, Math.ceil(6 / scale));
        StringBuilder axis = new StringBuilder();
        for (int unit = 0; unit <= Math.ceil(end); unit += step) {
            int column = (int) Math.round(unit * scale);
            while (axis.length() < column) {
                axis.append(' ');
            }
            axis.append(unit == 0 ? "0" : String.format(Locale.ROOT, "%dU", unit));
        }
        return axis.toString();
    }

    private String bars(List<Span> spans, double scale) {
        StringBuilder row = new StringBuilder();
        for (Span span : spans) {
            int from = (int) Math.round(Timeline.drawable(span.from()) * scale);
            int to = Math.max(from + 1, (int) Math.round(Timeline.drawable(span.to()) * scale));
            while (row.length() < from) {
                row.append(' ');
            }
            for (int column = Math.max(from, row.length()); column < to; column++) {
                row.append(glyph(span, column == from, column == to - 1));
            }
        }
        return row.toString();
    }

    private char glyph(Span span, boolean first, boolean last) {
        if (span.open() && last) {
            return ascii ? '>' : '▶';
        }
        if (first && last) {
            return ascii ? '#' : '█';
        }
        if (first) {
            return ascii ? '[' : '▐';
        }
        if (last) {
            return ascii ? ']' : '▌';
        }
        return switch (span.kind()) {
            case WAIT -> ascii ? '=' : '█';
            case WORK -> ascii ? '#' : '▓';
            case BLOCKED -> ascii ? 'x' : '▒';
        };
    }
}
