package kata.grader.report;

import java.util.ArrayList;
import java.util.List;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Mark;
import kata.testkit.timeline.Span;

/** Draws a swim-lane: its name, a track for each row, bars on it, moments at their lower edge, words below. */
final class SvgLane {
    private static final int BAR = 18;
    private static final int ROW = 24;
    private static final int NOTES = 15;
    static final int LONGEST_LABEL = 18;

    private final Html svg;
    private final Scale scale;
    private final String id;
    private final SvgLanes.Group group;
    private final List<Note> notes = new ArrayList<>();

    /** Words below a bar, from a place on. */
    private record Note(double at, String text, boolean warning) {}

    /** @param id of the picture */
    SvgLane(Html svg, Scale scale, String id, SvgLanes.Group group) {
        this.svg = svg;
        this.scale = scale;
        this.id = id;
        this.group = group;
    }

    /** Draws the lane with its upper edge at {@code y}; returns where the next one may begin. */
    int draw(Lanes.Lane lane, int y) {
        svg.raw("<g><title>")
                .text(lane.name())
                .raw("</title><text class=\"tl-lane\" x=\"0\" y=\"" + (y + 13) + "\">")
                .text(shortened(lane.label()))
                .raw("</text></g>");
        int rows = Math.max(1, lane.rows().size());
        for (int row = 0; row < rows; row++) {
            svg.raw("<rect class=\"tl-track\" x=\"" + SvgBox.percent(scale.left()) + "\" y=\"" + (y + row * ROW)
                    + "\" width=\"" + SvgBox.percent(scale.right() - scale.left()) + "\" height=\"" + BAR
                    + "\" rx=\"4\"/>");
        }
        for (int row = 0; row < lane.rows().size(); row++) {
            for (Span span : lane.rows().get(row)) {
                bar(span, y + row * ROW);
            }
        }
        if (notes.isEmpty() && !lane.held().isEmpty()) {
            Sighting line = lane.held().get(0);
            String call = line.call().substring(line.call().lastIndexOf('.') + 1);
            notes.add(new Note(
                    scale.left(),
                    "⚠ " + line.place() + (call.isEmpty() ? "" : call.contains(" ") ? " " + call : " " + call + "()")
                            + (line.units() > 0 ? ", " + Html.units(line.units()) : ""),
                    true));
        }
        int bottom = y + rows * ROW;
        marks(lane.marks(), bottom - (ROW - BAR));
        return notes(bottom) ? bottom + NOTES : bottom;
    }

    private void bar(Span span, int top) {
        double from = scale.at(span.from());
        double width = Math.max(0.5, scale.at(span.to()) - from);
        String line = group.line().apply(span);
        String place = " x=\"" + SvgBox.percent(from) + "\" y=\"" + top + "\" width=\"" + SvgBox.percent(width)
                + "\" height=\"" + BAR + "\"";
        svg.raw("<g class=\"" + SvgBox.style(span.kind()) + (span.open() ? " tl-open" : "") + "\"><title>")
                .text(tooltip(span, line))
                .raw("</title>")
                .raw(SvgBox.draw(span.kind(), id, place, BAR));
        String inside = group.inside().apply(span);
        if (!inside.isEmpty() && Scale.share(inside, 6.3) + 5 < width) {
            svg.raw("<text x=\"" + SvgBox.percent(from + width / 2) + "\" y=\"" + (top + 13) + "\">")
                    .text(inside)
                    .raw("</text>");
        }
        svg.raw("</g>");
        if (!line.isEmpty()) {
            notes.add(new Note(from, "⚠ " + line, true));
        }
    }

    private static String tooltip(Span span, String line) {
        return (span.what().isEmpty() ? span.lane() : span.lane() + ", " + span.what()) + ": "
                + SvgBox.word(span.kind())
                + " from " + Html.plain(span.from()) + " to " + Html.units(span.to())
                + (span.open() ? ", not ended" : "")
                + (span.thread().isEmpty() ? "" : ", begun on " + span.thread())
                + (line.isEmpty() ? "" : ", at " + line);
    }

    /** Moments at one place share their words: the first one's, and how many more there are. */
    private void marks(List<Mark> marks, int y) {
        for (int i = 0; i < marks.size(); i++) {
            double at = scale.at(marks.get(i).at());
            String label = label(marks.get(i));
            svg.raw("<g class=\"tl-mark\"><title>")
                    .text(label + ", at " + Html.units(marks.get(i).at()))
                    .raw("</title><svg overflow=\"visible\" x=\"" + SvgBox.percent(at) + "\" y=\"" + (y - 5)
                            + "\"><path d=\"M0 0l4 4-4 4-4-4z\"/></svg></g>");
            if (i == 0 || at - scale.at(marks.get(i - 1).at()) > 0.5) {
                int more = 0;
                while (i + more + 1 < marks.size()
                        && scale.at(marks.get(i + more + 1).at())
                                        - scale.at(marks.get(i + more).at())
                                <= 0.5) {
                    more++;
                }
                notes.add(new Note(at, more == 0 ? label : label + " +" + more, false));
            }
        }
    }

    private String label(Mark mark) {
        boolean named =
                !group.byThread() || mark.lane().isEmpty() || mark.what().contains(mark.lane());
        return named ? mark.what() : mark.lane() + ": " + mark.what();
    }

    /** A line of words: warnings first, then as many marks as fit on the narrowest screen. Whether there are any. */
    private boolean notes(int y) {
        List<double[]> taken = new ArrayList<>();
        for (boolean warnings : new boolean[] {true, false}) {
            for (Note note : notes) {
                if (note.warning == warnings) {
                    note(note, y, taken);
                }
            }
        }
        return !taken.isEmpty();
    }

    /** What does not fit to the right of its place ends at it; what fits nowhere has its tooltip, unless it warns. */
    private void note(Note note, int y, List<double[]> taken) {
        double width = Scale.share(note.text, note.warning ? 6.5 : 5.6) + 1.5;
        boolean begins = note.warning || note.at + width <= 101;
        double from = note.warning ? Math.max(0, Math.min(note.at, 100 - width)) : begins ? note.at : note.at - width;
        boolean free = taken.stream().noneMatch(other -> from < other[1] && other[0] < from + width);
        if (!free || from < 0) {
            return;
        }
        taken.add(new double[] {from, from + width});
        double x = begins ? Math.max(0, from - 0.5) : Math.min(100, note.at + 0.5);
        svg.raw("<text class=\"" + (note.warning ? "tl-warn" : "tl-small") + (begins ? "" : " tl-end") + "\" x=\""
                        + SvgBox.percent(x) + "\" y=\"" + (y + 7) + "\">")
                .text(note.text)
                .raw("</text>");
    }

    /** A label cut in its middle: its end is often what tells it from the next. */
    private static String shortened(String label) {
        int half = (LONGEST_LABEL - 1) / 2;
        return label.length() <= LONGEST_LABEL
                ? label
                : label.substring(0, half) + "…" + label.substring(label.length() - half);
    }
}
