package kata.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyleTest {
    private final Style plain = new Style(false, false, 20);

    @Test
    void text_is_folded_between_words_and_each_line_is_indented() {
        assertThat(plain.fold("one two three four five six", "  ")).isEqualTo("  one two three four\n  five six");
    }

    @Test
    void no_folded_line_is_wider_than_the_width() {
        assertThat(plain.fold("a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh iiiiiiiii jjjjjjjjjj", "  ")
                        .lines())
                .allMatch(line -> line.length() <= 20);
    }

    @Test
    void a_word_that_is_wider_than_the_width_stays_whole_on_a_line_of_its_own() {
        assertThat(plain.fold("see https://example.org/a/long/address now", "  "))
                .isEqualTo("  see\n  https://example.org/a/long/address\n  now");
    }

    @Test
    void lines_that_the_text_already_has_stay_apart_and_empty_ones_stay_empty() {
        assertThat(plain.fold("one\n\ntwo", "  ")).isEqualTo("  one\n\n  two");
    }

    @Test
    void no_text_is_folded_to_nothing() {
        assertThat(plain.fold("", "  ")).isEmpty();
    }

    @Test
    void colours_are_painted_only_where_they_are_allowed() {
        assertThat(plain.red("no")).isEqualTo("no");
        assertThat(new Style(true, false, 20).red("no")).isEqualTo("\u001B[31mno\u001B[0m");
    }

    @Test
    void plain_signs_stand_in_where_only_7_bits_are_allowed() {
        assertThat(plain.sign("✔", "ok")).isEqualTo("✔");
        assertThat(new Style(false, true, 20).sign("✔", "ok")).isEqualTo("ok");
    }

    @Test
    void what_an_answer_prints_cannot_steer_the_terminal() {
        assertThat(Style.harmless("\u001B[2J\u001B[31mred\u001B[0m\u0007\ttab\nline\u0000\r"))
                .isEqualTo("red\ttab\nline");
        assertThat(Style.harmless("\u001B]0;title\u0007"))
                .doesNotContain("\u001B")
                .doesNotContain("\u0007");
    }
}
