package kata.grader.report;

import kata.testkit.timeline.Span;

/** The three shapes: a hollow pill, a solid block, a hatched block. */
final class SvgBox {
    private SvgBox() {}

    /**
     * A shape's rectangles, inside a group whose class is {@link #style}.
     *
     * @param id of the picture, whose hatching is used
     * @param place attributes x, y, width and height
     * @param height once more, as a number
     */
    static String draw(Span.Kind kind, String id, String place, int height) {
        return switch (kind) {
            case WAIT -> "<rect" + place + " rx=\"" + height / 2 + "\"/>";
            case WORK -> "<rect" + place + " rx=\"2\"/>";
            case BLOCKED ->
                "<rect" + place + " rx=\"2\"/><rect class=\"tl-over\"" + place + " rx=\"2\" fill=\"url(#" + id
                        + "-h)\"/>";
        };
    }

    static String style(Span.Kind kind) {
        return switch (kind) {
            case WAIT -> "tl-wait";
            case WORK -> "tl-work";
            case BLOCKED -> "tl-block";
        };
    }

    static String word(Span.Kind kind) {
        return switch (kind) {
            case WAIT -> "waiting";
            case WORK -> "working";
            case BLOCKED -> "blocking";
        };
    }

    static String percent(double place) {
        return Html.plain(place) + "%";
    }
}
