package kata.grader.report;

import java.util.Comparator;
import java.util.Optional;
import kata.grader.result.CheckResult;
import kata.grader.result.TestResult;

/** A test's timelines on a page: by task, by thread, and as a table. */
final class Pictures {
    private static final int EASY_TO_READ = 12;
    private final String caption;

    /** @param caption whose the recorded timeline is */
    Pictures(String caption) {
        this.caption = caption;
    }

    static boolean exist(TestResult test) {
        return !Sanity.of(test.yours()).isEmpty() || !Sanity.of(test.right()).isEmpty();
    }

    /** The test whose picture says most: that of the main cause, or the fullest that is still easy to read. */
    static Optional<TestResult> main(CheckResult result) {
        if (result.main() != null) {
            return Optional.of(result.main()).filter(Pictures::exist);
        }
        return result.tests().stream()
                .filter(Pictures::exist)
                .filter(test -> Sanity.of(test.yours()).lanes().size() <= EASY_TO_READ)
                .max(Comparator.comparingInt(
                        test -> Sanity.of(test.yours()).spans().size()));
    }

    /** @param id unique in its page */
    String of(TestResult test, String id) {
        SvgTimeline picture = SvgTimeline.of(test, caption);
        Html html = new Html()
                .raw("<div class=\"pictures\">\n<figure><figcaption>By task</figcaption>\n")
                .raw(picture.inline(SvgTimeline.By.TASK, id + "-task"))
                .raw("\n</figure>\n");
        if (!Sanity.of(test.yours()).isEmpty()) {
            html.raw("<figure><figcaption>By thread</figcaption>\n")
                    .raw(picture.inline(SvgTimeline.By.THREAD, id + "-thread"))
                    .raw("\n</figure>\n");
        }
        return html.raw("</div>\n<details class=\"table\"><summary>The same as a table</summary>\n")
                .raw(TimelineTable.of(test.yours(), caption))
                .raw(TimelineTable.of(test.right(), "A right answer"))
                .raw("</details>\n")
                .toString();
    }
}
