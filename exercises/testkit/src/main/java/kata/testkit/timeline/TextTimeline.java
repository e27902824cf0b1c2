package kata.testkit.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /** One timeline above another, on the same scale, each row's label at its right end. */
    public String draw(Timeline yours, Timeline right) {
        List<String> lines = new ArrayList<>();
        double end = Math.max(Math.max(yours.end(), right.end()), 1);
        int label = Math.max(labelWidth(yours), labelWidth(right));
        int columns = width - label - 22;
        int perUnit = (int) Math.max(1, Math.min(8, columns / Math.ceil(end)));
        double scale = Math.min(perUnit, columns / end);
        lines.add(" ".repeat(label + 4) + axis(end, scale));
        rows(lines, yours, label, scale, "yours");
        if (!right.isEmpty()) {
            rows(lines, right, label, scale, "a right answer");
        }
        return String.join("\n", lines);
    }

    private static int labelWidth(Timeline timeline) {
        return timeline.lanes().stream().mapToInt(String::length).max().orElse(0);
    }

    private void rows(List<String> lines, Timeline timeline, int label, double scale, String caption) {
        List<String> lanes = timeline.lanes();
        for (int i = 0; i < lanes.size(); i++) {
            if (i == MOST_LANES) {
                lines.add("   " + (ascii ? "..." : "…") + " and " + (lanes.size() - i) + " more");
                return;
            }
            String row = "   " + pad(lanes.get(i), label) + " " + bars(timeline.spansOf(lanes.get(i)), scale);
            lines.add(i == 0 ? pad(row, label + 5 + (int) Math.ceil(timeline.end() * scale)) + "  " + caption : row);
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
            int from = (int) Math.round(span.from() * scale);
            int to = Math.max(from + 1, (int) Math.round(span.to() * scale));
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
