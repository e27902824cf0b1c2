package kata.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyReaderTest {
    @ParameterizedTest
    @CsvSource({
        "n, NEXT",
        "p, PREVIOUS",
        "q, QUIT",
        "[A, UP",
        "OB, DOWN",
        "[5~, PAGE_UP",
        "[1;5C, OTHER",
        "z, OTHER",
        "[6~, PAGE_DOWN"
    })
    void a_key_is_one_letter_or_what_follows_an_escape(String sent, Key meant) throws IOException {
        assertThat(read(sent.length() > 1 ? "\u001B" + sent : sent)).isEqualTo(meant);
    }

    @Test
    void an_escape_that_nothing_follows_is_the_escape_key() throws IOException {
        assertThat(read("\u001B")).isEqualTo(Key.BACK);
    }

    @Test
    void enter_is_enter_in_either_way_of_writing_it() throws IOException {
        assertThat(read("\r")).isEqualTo(Key.ENTER).isEqualTo(read("\n"));
    }

    @Test
    void control_c_quits_where_no_signal_does() throws IOException {
        assertThat(read("\u0003")).isEqualTo(Key.QUIT);
    }

    @Test
    void a_terminal_that_is_gone_has_no_more_keys() {
        assertThatThrownBy(() -> KeyReader.next(millis -> -1)).isInstanceOf(EOFException.class);
    }

    private static Key read(String sent) throws IOException {
        int[] at = {0};
        return KeyReader.next(millis -> at[0] < sent.length() ? sent.charAt(at[0]++) : -2);
    }
}
