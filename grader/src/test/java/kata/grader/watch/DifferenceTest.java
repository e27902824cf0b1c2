package kata.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kata.grader.catalogue.Answer;
import kata.grader.report.Style;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Style PLAIN = new Style(false, true, 80);

    @Test
    void lines_of_one_side_are_signed_and_comments_of_the_answer_do_not_count() {
        assertThat(of("a();\n// mine\nb();\nc();", "a();\n// the idea\nc();"))
                .contains("    a();\n  - b();\n  + // the idea\n    c();\n");
    }

    @Test
    void white_space_is_no_difference() {
        assertThat(of("if (x) {\n\n\treturn  y;\n}", "if (x) {\n    return y;\n}"))
                .contains("does it the same way");
    }

    @Test
    void what_is_the_same_and_far_from_any_difference_is_left_out() {
        String many = "a();\nb();\nc();\nd();\n";
        assertThat(of(many + "mine();", many + "right();"))
                .doesNotContain("a();")
                .contains("...")
                .contains("d();");
    }

    private static String of(String own, String reference) {
        return Difference.of(source(own), source(reference), PLAIN);
    }

    private static List<Answer.Source> source(String text) {
        return List.of(new Answer.Source("Tea.java", Path.of("Tea.java"), text));
    }
}
