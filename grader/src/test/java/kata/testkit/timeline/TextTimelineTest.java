package kata.testkit.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTimelineTest {
    private static final Timeline ONE_AFTER_ANOTHER =
            Timeline.ideal().with("Ada", 0, 1).with("Ben", 1, 2);
    private static final Timeline TOGETHER = Timeline.ideal().with("Ada", 0, 1).with("Ben", 0, 1);

    private static String draw(Timeline yours, Timeline right) {
        return "\n" + new TextTimeline(false, 80).draw(yours, right) + "\n";
    }

    private static String ascii(Timeline yours) {
        return "\n" + new TextTimeline(true, 80).draw(yours, Timeline.EMPTY) + "\n";
    }

    private static Timeline thirtyLanes() {
        Timeline timeline = Timeline.ideal();
        for (int i = 0; i < 30; i++) {
            timeline = timeline.with("L" + i, 0, 1);
        }
        return timeline;
    }

    @Test
    void yours_is_drawn_above_a_right_answer_on_the_same_scale() {
        assertThat(draw(ONE_AFTER_ANOTHER, TOGETHER)).isEqualTo("""

                       0       1U      2U
                   Ada ▐██████▌           yours
                   Ben         ▐██████▌
                   Ada ▐██████▌   a right answer
                   Ben ▐██████▌
                """);
    }

    @Test
    void a_right_answer_has_its_rows_in_the_order_of_yours() {
        Timeline yours = Timeline.ideal().with("Ben", 0, 1).with("Ada", 1, 2);

        assertThat(draw(yours, TOGETHER.with("Cleo", 0, 1))).isEqualTo("""

                        0       1U      2U
                   Ben  ▐██████▌           yours
                   Ada          ▐██████▌
                   Ben  ▐██████▌   a right answer
                   Ada  ▐██████▌
                   Cleo ▐██████▌
                """);
    }

    @Test
    void a_pause_of_ages_takes_no_more_room_than_another() {
        for (double ages : new double[] {3e9, 1e300, Double.POSITIVE_INFINITY, Double.NaN, -1}) {
            assertThat(draw(Timeline.ideal().with("Ada", 0, ages), TOGETHER).lines())
                    .as("%s units", ages)
                    .hasSizeLessThan(8)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
        }
    }

    @Test
    void a_pause_that_has_not_ended_is_drawn_with_an_arrow() {
        Timeline open = new Timeline(List.of(new Span("Ada", "pause", Span.Kind.WAIT, "", 0, 1, 1, 0)), List.of());

        assertThat(draw(open, Timeline.EMPTY)).isEqualTo("""

                       0       1U
                   Ada ▐██████▶   yours
                   ▶ had not ended yet
                """);
    }

    @Test
    void waiting_working_and_blocking_differ_by_shape_and_in_seven_bits_too() {
        Timeline kinds = Timeline.ideal()
                .with("w", Span.Kind.WAIT, 0, 1)
                .with("k", Span.Kind.WORK, 0, 1)
                .with("b", Span.Kind.BLOCKED, 0, 1)
                .with("s", 0.5, 0.5);

        assertThat(draw(kinds, Timeline.EMPTY)).isEqualTo("""

                     0       1U
                   w ▐██████▌   yours
                   k ▐▓▓▓▓▓▓▌
                   b ▐▒▒▒▒▒▒▌
                   s     █
                """);
        assertThat(ascii(kinds)).isEqualTo("""

                     0       1U
                   w [======]   yours
                   k [######]
                   b [xxxxxx]
                   s     #
                """);
    }

    @Test
    void a_picture_in_seven_bits_has_nothing_else_in_it() {
        assertThat(new TextTimeline(true, 80).draw(ONE_AFTER_ANOTHER, TOGETHER)).matches("\\p{ASCII}*");
        assertThat(new TextTimeline(true, 80).draw(thirtyLanes(), Timeline.EMPTY))
                .matches("\\p{ASCII}*");
    }

    @Test
    void a_long_run_is_shrunk_to_the_width() {
        Timeline hundred = Timeline.ideal().with("Ada", 0, 100).with("Ben", 99, 100);

        assertThat(new TextTimeline(false, 80).draw(hundred, hundred).lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void more_lanes_than_a_screen_holds_are_counted() {

        assertThat(draw(thirtyLanes(), Timeline.EMPTY))
                .contains("L23")
                .doesNotContain("L24")
                .contains("… and 6 more");
    }

    @Test
    void an_empty_timeline_is_an_axis_and_nothing_more() {
        assertThat(draw(Timeline.EMPTY, Timeline.EMPTY).strip()).isEqualTo("0       1U");
    }
}
