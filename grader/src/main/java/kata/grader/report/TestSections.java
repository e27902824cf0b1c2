package kata.grader.report;

import java.util.List;
import kata.grader.result.CheckResult;
import kata.grader.result.TestResult;

/** Every test of a check, folded: its own picture, its own words. */
final class TestSections {
    private static final int LONGEST_STACK = 8_000;
    private final Pictures pictures;

    TestSections(Pictures pictures) {
        this.pictures = pictures;
    }

    String of(CheckResult result) {
        Html html = new Html();
        List<TestResult> tests = result.tests();
        for (int i = 0; i < tests.size(); i++) {
            test(html, tests.get(i), "t" + (i + 1));
        }
        return html.toString();
    }

    /** A test's name as a sentence. */
    static String sentence(String test) {
        return test.substring(test.indexOf('.') + 1).replace('_', ' ');
    }

    private void test(Html html, TestResult test, String id) {
        VerdictSign sign = test.passed() ? VerdictSign.of(true) : new VerdictSign("✗", "bad");
        html.raw("<details class=\"test\"><summary>")
                .raw(sign.markup())
                .raw("<span class=\"name\">")
                .element("bdi", sentence(test.test()))
                .raw(" <span class=\"hidden\">")
                .text(test.outcome())
                .raw("</span></span><span class=\"soft\">")
                .raw(Math.round(test.millis()) + " ms</span></summary>\n<div class=\"body\">\n");
        html.raw("<p class=\"soft\">").element("code", test.test()).raw("</p>\n");
        if (test.failure() != null) {
            html.element("p class=\"happened\"", test.failure().happened())
                    .raw("\n")
                    .raw(Findings.brief(test));
        }
        test.notes().forEach(note -> html.element("p", "Note: " + note).raw("\n"));
        if (Pictures.exist(test)) {
            html.raw(pictures.of(test, id));
        } else {
            html.raw("<p class=\"soft\">This test recorded no timeline.</p>\n");
        }
        if (test.failure() != null && test.failure().stack() != null) {
            html.raw(
                            "<details class=\"table\"><summary>Stack trace</summary>\n<pre tabindex=\"0\" role=\"region\" aria-label=\"Stack trace\">")
                    .text(Html.cut(test.failure().stack(), LONGEST_STACK))
                    .raw("</pre>\n</details>\n");
        }
        html.raw("</div>\n</details>\n");
    }
}
