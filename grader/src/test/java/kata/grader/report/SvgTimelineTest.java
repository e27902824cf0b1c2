package kata.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.Span;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgTimelineTest {
    private final SvgTimeline picture = new SvgTimeline(Pages.YOURS, Pages.RIGHT, List.of(Pages.JOIN), "Yours");

    @ParameterizedTest
    @EnumSource
    void a_picture_is_drawn_as_it_always_was(SvgTimeline.By by) throws Exception {
        String golden;
        try (var file =
                getClass().getResourceAsStream("two-cups-by-" + by.name().toLowerCase() + ".svg.txt")) {
            golden = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(picture.inline(by, "x").replace("><", ">\n<")).isEqualToNormalizingNewlines(golden.strip());
    }

    @Test
    void a_file_is_xml_with_a_name_and_a_description_for_those_who_cannot_see_it() throws Exception {
        Document svg = parsed(picture.file(SvgTimeline.By.TASK, 760));
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        for (String id :
                svg.getDocumentElement().getAttribute("aria-labelledby").split(" ")) {
            assertThat(svg.getElementsByTagName(id.endsWith("t") ? "title" : "desc")
                            .item(0)
                            .getTextContent())
                    .isNotBlank();
        }
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("Yours: 2 units in 2 lanes, 1 span blocking. A right answer: 1 unit in 2 lanes.");
    }

    @Test
    void a_blocking_span_names_its_line_and_kinds_differ_by_more_than_colour() {
        String svg = picture.inline(SvgTimeline.By.TASK, "x");
        assertThat(svg)
                .contains("⚠ Tea.java:3")
                .contains("fill=\"url(#x-h)\"")
                .contains(">blocking<", ">waiting<", ">working<");
    }

    @Test
    void the_lanes_of_a_right_answer_come_in_the_same_order_as_yours() {
        assertThat(Lanes.byTask(Pages.RIGHT, Pages.YOURS).lanes())
                .extracting(Lanes.Lane::name)
                .containsExactly("A", "B");
    }

    @Test
    void threads_of_which_only_the_held_line_is_known_share_a_lane() {
        List<Sighting> held = IntStream.range(1, 4)
                .mapToObj(i -> new Sighting("Tea.java", 3, "fill", "Future.get", "ForkJoinPool.commonPool-worker-" + i))
                .toList();
        assertThat(Lanes.byThread(Pages.YOURS, held).lanes())
                .extracting(Lanes.Lane::label)
                .containsExactly("the caller", "the clock", "common pool ×3");
    }

    @Test
    void spans_of_one_lane_that_overlap_get_a_row_each() {
        Timeline timeline = Timeline.ideal().with("A", 0, 2).with("A", 1, 3).with("A", 2, 3);
        assertThat(Lanes.byTask(timeline, timeline).lanes().get(0).rows())
                .extracting(List::size)
                .containsExactly(2, 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_a_run_recorded_it_is_xml_and_no_place_lies_outside(SvgTimeline.By by) throws Exception {
        var main = Pages.hostile("</svg>\"'<\u0000\u202E\uD800").main();
        String svg = SvgTimeline.of(main, "Yours").file(by, 760);
        parsed(svg);
        assertThat(svg).doesNotContain("NaN", "Infinity", "\u0000", "\u202E", "</svg>\"");
        assertThat(parsed(new SvgTimeline(Timeline.EMPTY, Timeline.EMPTY, List.of(), "Yours").file(by, 760))
                        .getDocumentElement())
                .isNotNull();
    }

    @Test
    void more_lanes_than_anybody_reads_are_counted_not_drawn() {
        Timeline many = Timeline.EMPTY;
        for (int i = 0; i < 70; i++) {
            many = many.with("T" + i, Span.Kind.WAIT, 0, 1);
        }
        String svg = new SvgTimeline(many, Timeline.EMPTY, List.of(), "Yours").inline(SvgTimeline.By.TASK, "x");
        assertThat(svg).contains("… and 10 more lanes").contains(">T59<").doesNotContain(">T60<");
    }

    @Test
    void the_axis_has_few_ticks_however_long_it_is() {
        for (double end : new double[] {1, 2.5, 9, 10, 37.3, 120, 999, 1e6}) {
            assertThat(new Scale(0, 100, end).ticks())
                    .as("until %s", end)
                    .hasSizeBetween(2, 10)
                    .startsWith(0L);
        }
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
