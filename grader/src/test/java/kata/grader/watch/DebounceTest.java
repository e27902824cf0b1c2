package kata.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The clock is moved by hand: its time is whatever the test says. */
class DebounceTest {
    private final Debounce debounce = new Debounce(30, 300);

    @Test
    void nothing_noted_is_nothing_to_take() {
        assertThat(debounce.take(1_000)).isEmpty();
        assertThat(debounce.nanosLeft(1_000)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_burst_is_one_save_and_it_is_over_when_it_was_quiet_for_long_enough() {
        debounce.note("01", 100);
        debounce.note("01", 120);
        debounce.note("02", 140);

        assertThat(debounce.take(169)).isEmpty();
        assertThat(debounce.nanosLeft(169)).isEqualTo(1);
        assertThat(debounce.take(170)).containsExactlyInAnyOrder("01", "02");
        assertThat(debounce.take(1_000)).as("what was taken is gone").isEmpty();
    }

    @Test
    void a_burst_without_end_is_taken_when_patience_is() {
        for (long now = 100; now < 400; now += 20) {
            assertThat(debounce.take(now)).isEmpty();
            debounce.note("01", now);
        }

        assertThat(debounce.take(400)).containsExactly("01");
    }
}
