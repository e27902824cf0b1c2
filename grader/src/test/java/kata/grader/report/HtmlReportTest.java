package kata.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kata.grader.Samples;
import kata.grader.result.Verdict;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private final String page = new HtmlReport(Pages.SOURCES, "../report/index.html").page(Pages.failed());

    @Test
    void a_red_check_tells_what_happened_then_shows_it_then_helps() {
        assertThat(page)
                .containsSubsequence(
                        "ran one after another",
                        "What happened",
                        "The cups were filled one after another.",
                        "The picture",
                        "By task",
                        "By thread",
                        "The same as a table",
                        "The lines",
                        "Tea.java:3",
                        "this line: ",
                        "pour().join();",
                        "What to try",
                        "Try that.",
                        "kata hint 03",
                        "Tasks",
                        "boil",
                        "4 of 4",
                        "Every test",
                        "cups are filled",
                        "Seed",
                        "724",
                        "25.0.1",
                        "kata check 03 --seed 724");
    }

    @Test
    void it_asks_for_nothing_from_elsewhere_and_runs_no_script() {
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("<script", "http://", "https://", "url(data", "@import", "javascript:");
    }

    @Test
    void every_name_that_is_referred_to_exists_once() {
        List<String> ids = all("\\bid=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(all("aria-labelledby=\"([^\"]+)\"").stream()
                        .flatMap(names -> List.of(names.split(" ")).stream())
                        .toList());
        assertThat(ids).containsAll(all("href=\"#([^\"]+)\"")).containsAll(all("url\\(#([^)]+)\\)"));
    }

    @Test
    void each_picture_has_its_numbers_in_a_table() {
        assertThat(all("<caption>([^<]*)"))
                .containsExactly(
                        "Yours, in units", "A right answer, in units", "Yours, in units", "A right answer, in units");
        assertThat(page)
                .contains(
                        "<th scope=\"row\">B</th><td>pour</td><td>blocking</td><td class=\"number\">1</td><td class=\"number\">2</td>");
    }

    @Test
    void a_compiler_error_shows_its_line() {
        String happened = "Tea.java:3: cannot find symbol\n  symbol: method pour()";
        String broken = new HtmlReport(Pages.SOURCES, "")
                .page(Pages.result(Verdict.DID_NOT_COMPILE, "did not compile", happened, null));
        assertThat(broken)
                .containsSubsequence("What the compiler said", "The lines", "Tea.java:3", "pour().join();")
                .doesNotContain("The picture", "All exercises", "--seed");
    }

    @Test
    void a_green_check_has_a_picture_and_no_advice() {
        var test = new kata.grader.result.TestResult(
                Samples.SECOND, "passed", 3, null, Pages.YOURS, Pages.RIGHT, List.of("well done"));
        String green = new HtmlReport(Map.of(), "").page(Pages.result(Verdict.PASSED, "passed", "", null, test));
        assertThat(green)
                .contains("Every test passed.", "The picture", "Note: well done", "kata solution 03")
                .doesNotContain("What to try");
    }

    @Test
    void what_an_answer_chose_stays_text() {
        String evil = "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"' \u202E\u0000";
        String hostile = new HtmlReport(Map.of("Tea.java", evil, evil, evil), evil).page(Pages.hostile(evil));
        assertThat(hostile)
                .doesNotContain("<script", "<img", "\u202E", "\u0000")
                .contains("&lt;script&gt;");
        assertThat(hostile.split("</title>\n", -1)).hasSize(2);
        assertThat(hostile.split("</style>", -1)).hasSize(2);
    }

    @Test
    void a_result_with_gaps_is_shown_all_the_same() {
        var gaps = new kata.grader.result.TestResult(
                Samples.FIRST,
                "failed",
                1,
                new kata.grader.result.TestResult.Failure(Samples.MILD, "no", null, null),
                null,
                null,
                List.of());
        assertThat(new HtmlReport(Map.of(), "").page(Pages.result(Verdict.FAILED, "no", "no", gaps, gaps)))
                .contains("This test recorded no timeline.");
    }

    private List<String> all(String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
