package kata.grader.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.grader.result.TestResult;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/**
 * Draws timelines as SVG: what an answer did above what a right answer does, on one scale, an axis in units. Waiting
 * is a hollow pill, working a solid block, blocking a hatched block in a warning colour: shape and pattern tell them
 * apart where colours cannot. Widths are in percent, so that one picture fits every screen.
 */
public final class SvgTimeline {
    private static final int MARGIN = 12;
    private static final String STYLE = Page.resource("timeline.css");

    /** What a lane is. */
    public enum By {
        TASK,
        THREAD
    }

    private final Timeline yours;
    private final Timeline right;
    private final List<Sighting> sightings;
    private final String caption;

    /**
     * @param yours what was recorded of the answer; may be empty
     * @param right what a right answer looks like; may be empty
     * @param sightings lines of the answer that were seen holding a thread
     * @param caption whose the first timeline is, as in "Yours"
     */
    public SvgTimeline(Timeline yours, Timeline right, List<Sighting> sightings, String caption) {
        this.yours = Sanity.of(yours);
        this.right = Sanity.of(right);
        this.sightings = sightings;
        this.caption = caption;
    }

    /** The picture of a test. */
    public static SvgTimeline of(TestResult test, String caption) {
        boolean seen = test.failure() != null && test.failure().sightings() != null;
        return new SvgTimeline(test.yours(), test.right(), seen ? test.failure().sightings() : List.of(), caption);
    }

    /** A file of its own, which follows the viewer's light or dark setting. */
    public String file(By by, int width) {
        Drawn drawn =
                draw(by, "timeline", "x=\"" + MARGIN + "\" y=\"" + MARGIN + "\" width=\"" + (width - 2 * MARGIN) + '"');
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\""
                + (drawn.height + 2 * MARGIN)
                + "\" role=\"img\" aria-labelledby=\"timeline-t timeline-d\"><style>" + STYLE
                + "</style><rect class=\"tl-paper\" width=\"100%\" height=\"100%\"/>" + drawn.markup + "</svg>";
    }

    /**
     * A part of a page that has {@code timeline.css}.
     *
     * @param id unique in its page; made of letters, digits and hyphens
     */
    public String inline(By by, String id) {
        return draw(by, id, "width=\"100%\"").markup;
    }

    private record Drawn(String markup, int height) {}

    private Drawn draw(By by, String id, String attributes) {
        List<SvgLanes.Group> groups = groups(by);
        double end = Math.max(1, Math.max(yours.end(), right.end()));
        int longest = groups.stream()
                .flatMap(group -> group.lanes().lanes().stream())
                .mapToInt(lane -> lane.label().length())
                .max()
                .orElse(0);
        SvgLanes drawn = new SvgLanes(new Scale(SvgLanes.labelShare(longest), 96, end), id);
        groups.forEach(drawn::group);
        drawn.legend(kinds(groups));
        Html svg = new Html()
                .raw("<svg " + attributes + " height=\"" + drawn.height()
                        + "\" class=\"tl\" role=\"img\" aria-labelledby=\"" + id + "-t " + id + "-d\">")
                .element("title id=\"" + id + "-t\"", by == By.TASK ? "Timeline by task" : "Timeline by thread")
                .element("desc id=\"" + id + "-d\"", description(groups))
                .raw("<defs><pattern id=\"" + id
                        + "-h\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                        + "<rect class=\"tl-hatch\" width=\"3\" height=\"7\"/></pattern></defs>")
                .raw(drawn.markup())
                .raw("</svg>");
        return new Drawn(svg.toString(), drawn.height());
    }

    private List<SvgLanes.Group> groups(By by) {
        List<SvgLanes.Group> groups = new ArrayList<>();
        if (by == By.TASK) {
            groups.add(new SvgLanes.Group(
                    caption, yours.end(), Lanes.byTask(yours, yours), this::lineOf, Span::what, false));
            groups.add(new SvgLanes.Group(
                    "A right answer", right.end(), Lanes.byTask(right, yours), span -> "", Span::what, false));
        } else {
            groups.add(new SvgLanes.Group(
                    caption, yours.end(), Lanes.byThread(yours, sightings), this::lineOf, Span::lane, true));
            // A drawn-up right answer names no threads; one that was recorded does.
            if (right.spans().stream().anyMatch(span -> !span.thread().isEmpty())) {
                groups.add(new SvgLanes.Group(
                        "A right answer", right.end(), Lanes.byThread(right, List.of()), span -> "", Span::lane, true));
            }
        }
        groups.removeIf(group -> group.lanes().lanes().isEmpty());
        return groups;
    }

    /** The line of the answer that held a span's thread; empty if none was seen. */
    private String lineOf(Span span) {
        return span.kind() != Span.Kind.BLOCKED
                ? ""
                : sightings.stream()
                        .filter(line -> line.thread().equals(span.thread()))
                        .map(Sighting::place)
                        .findFirst()
                        .orElse("");
    }

    private static Set<Span.Kind> kinds(List<SvgLanes.Group> groups) {
        return groups.stream()
                .flatMap(group -> group.lanes().lanes().stream())
                .flatMap(lane -> lane.rows().stream())
                .flatMap(List::stream)
                .map(Span::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Span.Kind.class)));
    }

    /** The picture in a sentence or two; the table beside it has every number. */
    private static String description(List<SvgLanes.Group> groups) {
        if (groups.isEmpty()) {
            return "Nothing was recorded.";
        }
        return groups.stream()
                .map(group -> group.caption() + ": " + Html.units(group.end()) + " in "
                        + group.lanes().lanes().size() + (group.lanes().lanes().size() == 1 ? " lane" : " lanes")
                        + blocked(group) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String blocked(SvgLanes.Group group) {
        Stream<Span> spans = group.lanes().lanes().stream()
                .flatMap(lane -> lane.rows().stream())
                .flatMap(List::stream);
        long blocked = spans.filter(span -> span.kind() == Span.Kind.BLOCKED).count();
        return blocked == 0 ? "" : ", " + blocked + (blocked == 1 ? " span" : " spans") + " blocking";
    }
}
