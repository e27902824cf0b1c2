package kata.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kata.grader.report.IndexPage.Entry;
import kata.grader.report.IndexPage.State;
import org.junit.jupiter.api.Test;

class IndexPageTest {
    @Test
    void it_sums_up_and_links_to_each_that_has_a_page() {
        String page = new IndexPage(
                        "Tea",
                        "of today",
                        List.of(
                                new Entry(
                                        "01-boil", "hot water", State.PASSED, "passed", 4, 4, "../01-boil/report.html"),
                                new Entry("02-fill", "cups", State.NOT_STARTED, "", 0, 6, "")))
                .page();
        assertThat(page)
                .contains(
                        "1 of 2 passed · 4 of 10 points",
                        "style=\"width:40%\"",
                        "aria-valuenow=\"4\"",
                        "<a href=\"../01-boil/report.html\">",
                        "not started");
        assertThat(page.split("<a href=\"\\.\\./", -1)).hasSize(2);
    }

    @Test
    void no_entries_are_no_progress_and_names_stay_text() {
        assertThat(new IndexPage("Tea", "", List.of()).page()).contains("0 of 0 passed", "width:0%");
        assertThat(new IndexPage("<b>", "<i>", List.of(new Entry("<u>", "<s>", State.FAILED, "<q>", 99, 1, ""))).page())
                .doesNotContain("<b>", "<i>", "<u>", "<s>", "<q>")
                .contains("width:100%");
    }
}
