package kata.grader.report;

import java.util.Set;
import java.util.function.Function;
import kata.testkit.timeline.Span;

/** Draws groups of swim-lanes one below the other, each under an axis of its own, and keeps count of the height. */
final class SvgLanes {
    private static final int LINE = 15;
    private final Scale scale;
    private final String id;
    private final Html svg = new Html();
    private int y;

    /**
     * Lanes under one heading.
     *
     * @param caption whose they are
     * @param end units until the last of them ended
     * @param line the source line behind a blocking span; empty if unknown
     * @param inside what is written into a span where there is room
     * @param byThread whether a mark's label must name its task
     */
    record Group(
            String caption,
            double end,
            Lanes lanes,
            Function<Span, String> line,
            Function<Span, String> inside,
            boolean byThread) {}

    SvgLanes(Scale scale, String id) {
        this.scale = scale;
        this.id = id;
    }

    /** How much of the width the labels need, in percent. */
    static double labelShare(int longest) {
        return Math.min(36, 4 + Scale.share("x".repeat(Math.min(longest, SvgLane.LONGEST_LABEL)), 6.4));
    }

    int height() {
        return y;
    }

    String markup() {
        return svg.toString();
    }

    void group(Group group) {
        svg.raw("<text class=\"tl-head\" x=\"0\" y=\"" + (y + 14) + "\">")
                .text(group.caption)
                .raw("<tspan class=\"tl-dur\" dx=\"8\">")
                .text(Html.units(group.end))
                .raw("</tspan></text>");
        y += 22;
        for (long tick : scale.ticks()) {
            svg.raw("<text class=\"tl-tick\" x=\"" + SvgBox.percent(scale.at(tick)) + "\" y=\"" + (y + 10) + "\">"
                    + (tick == 0 ? "0" : tick + "U") + "</text>");
        }
        y += 18;
        int top = y;
        Html lanes = new Html();
        for (Lanes.Lane lane : group.lanes.lanes()) {
            y = new SvgLane(lanes, scale, id, group).draw(lane, y);
        }
        for (long tick : scale.ticks()) {
            String x = SvgBox.percent(scale.at(tick));
            svg.raw("<line class=\"tl-grid\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"" + (top - 4) + "\" y2=\"" + (y - 4)
                    + "\"/>");
        }
        svg.raw(lanes.toString());
        if (group.lanes.more() > 0) {
            svg.raw("<text class=\"tl-small\" x=\"0\" y=\"" + (y + 10) + "\">… and " + group.lanes.more()
                    + " more lanes</text>");
            y += LINE;
        }
        y += 14;
    }

    /** What the shapes mean: only of those that are there. */
    void legend(Set<Span.Kind> kinds) {
        int place = 0;
        for (Span.Kind kind : kinds) {
            String box = " x=\"" + place + "%\" y=\"" + (y + 3) + "\" width=\"22\" height=\"12\"";
            svg.raw("<g class=\"" + SvgBox.style(kind) + "\">" + SvgBox.draw(kind, id, box, 12) + "</g>"
                    + "<svg overflow=\"visible\" x=\"" + place + "%\" y=\"" + (y + 13)
                    + "\"><text class=\"tl-small\" x=\"28\">"
                    + SvgBox.word(kind) + "</text></svg>");
            place += 27;
        }
        y += kinds.isEmpty() ? 0 : 22;
    }
}
