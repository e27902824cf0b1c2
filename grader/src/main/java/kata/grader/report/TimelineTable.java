package kata.grader.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kata.testkit.timeline.Mark;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/** A timeline's numbers, for those who cannot see its picture and those who want to know exactly. */
final class TimelineTable {
    private static final int MOST_ROWS = 300;

    private TimelineTable() {}

    private record Row(long order, String lane, String what, String how, String from, String to, String thread) {
        static Row of(Span span) {
            return new Row(
                    span.begun(),
                    span.lane(),
                    span.what(),
                    SvgBox.word(span.kind()),
                    Html.plain(span.from()),
                    span.open() ? "not ended" : Html.plain(span.to()),
                    span.thread());
        }

        static Row of(Mark mark) {
            return new Row(mark.order(), mark.lane(), mark.what(), "moment", Html.plain(mark.at()), "", mark.thread());
        }
    }

    /** A table in the order of events; empty if there were none. */
    static String of(Timeline recorded, String caption) {
        Timeline timeline = Sanity.of(recorded);
        if (timeline.isEmpty()) {
            return "";
        }
        List<Row> rows = new ArrayList<>(timeline.spans().stream().map(Row::of).toList());
        rows.addAll(timeline.marks().stream().map(Row::of).toList());
        rows.sort(Comparator.comparingLong(Row::order));
        Html table = new Html()
                .raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(caption)
                .raw(", as a table\">")
                .raw("<table class=\"numbers\">")
                .element("caption", caption + ", in units")
                .raw(
                        "<thead><tr><th scope=\"col\">Task</th><th scope=\"col\">What</th><th scope=\"col\">How</th>"
                                + "<th scope=\"col\">From</th><th scope=\"col\">To</th><th scope=\"col\">Thread</th></tr></thead><tbody>");
        rows.stream()
                .limit(MOST_ROWS)
                .forEach(row -> table.raw("<tr>")
                        .element("th scope=\"row\"", row.lane)
                        .element("td", row.what)
                        .element("td", row.how)
                        .element("td class=\"number\"", row.from)
                        .element("td class=\"number\"", row.to)
                        .element("td", row.thread)
                        .raw("</tr>"));
        table.raw("</tbody></table>");
        if (rows.size() > MOST_ROWS) {
            table.raw("<p>… and " + (rows.size() - MOST_ROWS) + " more rows.</p>");
        }
        return table.raw("</div>").toString();
    }
}
