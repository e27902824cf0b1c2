package kata.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void a_long_line_goes_on_after_a_whole_word() {
        assertThat(Columns.fold("one two three\nfour", 9)).containsExactly("one two ", "three", "four");
    }

    @Test
    void a_long_word_is_broken_where_the_line_is_full() {
        assertThat(Columns.fold("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void colours_take_no_room_and_are_not_lost_in_the_next_line() {
        assertThat(Columns.fold("\u001B[31mabcdef\u001B[0m", 3))
                .containsExactly("\u001B[31mabc\u001B[0m", "\u001B[31mdef\u001B[0m");
    }

    @Test
    void a_wide_letter_takes_two_columns() {
        assertThat(Columns.cut(List.of("日本語"), 4)).containsExactly("日本");
    }
}
