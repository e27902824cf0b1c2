package kata.grader.report;

import java.util.List;
import java.util.Objects;
import kata.testkit.timeline.Mark;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;

/** Makes a timeline from a stranger's run fit to be drawn: no missing names, no time that is not a number. */
final class Sanity {
    private static final int MOST = 5_000;

    private Sanity() {}

    static Timeline of(Timeline timeline) {
        if (timeline == null) {
            return Timeline.EMPTY;
        }
        List<Span> spans =
                timeline.spans().stream().limit(MOST).map(Sanity::span).toList();
        return new Timeline(
                spans, timeline.marks().stream().limit(MOST).map(Sanity::mark).toList());
    }

    private static Span span(Span span) {
        double from = Timeline.drawable(span.from());
        return new Span(
                text(span.lane()),
                text(span.what()),
                Objects.requireNonNullElse(span.kind(), Span.Kind.WAIT),
                text(span.thread()),
                from,
                Math.max(from, Timeline.drawable(span.to())),
                span.begun(),
                span.ended());
    }

    private static Mark mark(Mark mark) {
        return new Mark(
                text(mark.lane()), text(mark.what()), text(mark.thread()), Timeline.drawable(mark.at()), mark.order());
    }

    /** Names are short; what is longer was not written by an exercise. */
    private static String text(String text) {
        return text == null ? "" : text.length() > 200 ? text.substring(0, 199) + "…" : text;
    }
}
