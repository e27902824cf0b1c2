package kata.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
    @Test
    void nothing_in_a_text_is_taken_for_markup() {
        assertThat(Html.escape("</script><img src=x onerror=\"a('b')\">&amp;"))
                .isEqualTo("&lt;/script&gt;&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;amp;");
    }

    @Test
    void marks_that_turn_the_direction_of_reading_are_seen_instead_of_obeyed() {
        assertThat(Html.escape("a\u202Eb\u2066c\u200Fd\uFEFF")).isEqualTo("a⟨U+202E⟩b⟨U+2066⟩c⟨U+200F⟩d⟨U+FEFF⟩");
    }

    @Test
    void control_characters_are_seen_and_line_breaks_stay() {
        assertThat(Html.escape("a\u0000\u001Bb\r\n\tc\u007F\u0085")).isEqualTo("a␀␛b\n\tc␡\uFFFD");
    }

    @Test
    void halves_of_characters_and_characters_that_are_none_are_replaced() {
        assertThat(Html.escape("\uD83D \uDE00 \uFFFF \uD83D\uDE00 é 茶"))
                .isEqualTo("\uFFFD \uFFFD \uFFFD \uD83D\uDE00 é 茶");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "2.5, 2.5",
        "0.05, 0.05",
        "33.333333, 33.33",
        "-0.5, -0.5",
        "1e12, 1000000000",
        "NaN, 0",
        "1.999, 2"
    })
    void a_number_has_two_places_at_most_and_no_exponent(double number, String written) {
        assertThat(Html.plain(number)).isEqualTo(written);
    }

    @Test
    void one_unit_is_one_and_others_are_many() {
        assertThat(Html.units(1)).isEqualTo("1 unit");
        assertThat(Html.units(37.318)).isEqualTo("37.3 units");
    }

    @Test
    void a_name_from_anywhere_is_one_segment_of_an_address() {
        assertThat(IndexPage.address("..", "a/b?c#d\"é", "report.html"))
                .isEqualTo("../a%2fb%3fc%23d%22%c3%a9/report.html");
    }
}
