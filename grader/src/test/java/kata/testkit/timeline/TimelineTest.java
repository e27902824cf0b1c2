package kata.testkit.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kata.testkit.timeline.Recorder.Open;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private double now;
    private final Recorder recorder = new Recorder(() -> now);

    private Open begin(String lane) {
        return recorder.begin(lane, "pause", Span.Kind.WAIT);
    }

    private Span span(String lane) {
        return recorder.timeline().spansOf(lane).get(0);
    }

    @Test
    void spans_that_are_open_at_the_same_moment_overlap() {
        Open a = begin("A");
        Open b = begin("B");
        a.close();
        b.close();

        assertThat(span("A").overlaps(span("B"))).isTrue();
        assertThat(span("B").overlaps(span("A"))).isTrue();
        assertThat(recorder.timeline().peak()).isEqualTo(2);
    }

    @Test
    void a_span_that_begins_in_the_instant_in_which_another_ends_does_not_overlap_it() {
        begin("A").close();
        begin("B").close();

        assertThat(span("A").to())
                .as("the clock cannot tell")
                .isEqualTo(span("B").from());
        assertThat(span("A").overlaps(span("B"))).isFalse();
        assertThat(span("A").endedBefore(span("B"))).isTrue();
        assertThat(span("B").endedBefore(span("A"))).isFalse();
        assertThat(recorder.timeline().peak()).isEqualTo(1);
    }

    @Test
    void an_open_span_overlaps_whatever_begins_later() {
        begin("A");
        begin("B").close();

        assertThat(span("A").open()).isTrue();
        assertThat(span("A").overlaps(span("B"))).isTrue();
        assertThat(span("A").endedBefore(span("B"))).isFalse();
    }

    @Test
    void at_each_step_so_many_are_open_and_two_that_end_together_make_one_step() {
        Timeline right = Timeline.inPlaces(List.of("A", "B", "C", "D"), 2, Map.of("A", 2.0, "D", 0.5));

        assertThat(right.spansOf("D").get(0).from()).isEqualTo(2);
        assertThat(right.openAtEachStep()).containsExactly(2, 2, 1);
        assertThat(Timeline.EMPTY.openAtEachStep()).isEmpty();
    }

    @Test
    void the_peak_is_the_most_at_one_moment_not_the_most_that_each_overlaps() {
        Open long_ = begin("A");
        begin("B").close();
        begin("C").close();
        begin("D").close();
        long_.close();

        assertThat(recorder.timeline().peak()).isEqualTo(2);
    }

    @Test
    void the_peak_may_be_asked_of_some_spans_only() {
        Open a = begin("A");
        Open b = begin("B");
        Open c = begin("C");
        List.of(a, b, c).forEach(Open::close);

        assertThat(recorder.timeline().peak(span -> !span.lane().equals("B"))).isEqualTo(2);
        assertThat(Timeline.EMPTY.peak()).isZero();
    }

    @Test
    void a_snapshot_stays_as_it_was_taken() {
        Open a = begin("A");
        now = 1;
        Timeline snapshot = recorder.timeline();
        now = 2;
        a.close();

        assertThat(snapshot.spans().get(0).open()).isTrue();
        assertThat(snapshot.spans().get(0).to()).isEqualTo(1);
        assertThat(span("A").to()).isEqualTo(2);
    }

    @Test
    void a_span_ends_once() {
        Open a = begin("A");
        now = 1;
        a.close();
        now = 2;
        a.close();

        assertThat(span("A").to()).isEqualTo(1);
        assertThat(recorder.events()).isEqualTo(2);
    }

    @Test
    void lanes_come_in_the_order_in_which_they_first_appear_marks_included() {
        recorder.mark("M", "One");
        begin("B");
        begin("A");
        begin("B");

        assertThat(recorder.timeline().lanes()).containsExactly("M", "B", "A");
    }

    @Test
    void the_end_is_the_end_of_the_last_span_or_mark() {
        Open a = begin("A");
        now = 2;
        a.close();
        now = 3;
        recorder.mark("A", "Two");

        assertThat(recorder.timeline().end()).isEqualTo(3);
        assertThat(Timeline.EMPTY.end()).isZero();
    }
}
