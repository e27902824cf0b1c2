package kata.grader.report;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.grader.result.CheckResult;
import kata.grader.result.TestResult;
import kata.grader.result.Verdict;
import kata.testkit.diagnosis.Cause;

/**
 * A check as a page that opens from disk: what happened, the picture, the lines, what to try, the tasks, every test.
 * It asks for nothing from elsewhere and runs no script; whatever an answer wrote is shown as text.
 */
public final class HtmlReport {
    private static final int LONGEST_OUTPUT = 20_000;
    private final Map<String, String> sources;
    private final String index;

    /**
     * @param sources the answer's text by file name, to show the lines that matter; may be empty
     * @param index relative address of the page above this one; empty if there is none
     */
    public HtmlReport(Map<String, String> sources, String index) {
        this.sources = Map.copyOf(sources);
        this.index = index;
    }

    /** The whole page. */
    public String page(CheckResult result) {
        Pictures pictures = new Pictures(own(result) ? "Yours" : "This answer");
        Html main = new Html();
        happened(main, result);
        picture(main, result, pictures);
        String lines = new Findings(new SourceExcerpt(sources)).of(result);
        if (!lines.isEmpty()) {
            section(main, "lines", "The lines").raw(lines).raw("</section>\n");
        }
        advice(main, result);
        tasks(main, result);
        if (!result.tests().isEmpty()) {
            section(main, "tests", "Every test")
                    .raw(new TestSections(pictures).of(result))
                    .raw("</section>\n");
        }
        if (!result.output().isBlank()) {
            section(main, "output", own(result) ? "Your code printed" : "The code printed")
                    .raw("<pre tabindex=\"0\" role=\"region\" aria-labelledby=\"output\">")
                    .text(Html.cut(result.output().strip(), LONGEST_OUTPUT))
                    .raw("</pre>\n</section>\n");
        }
        return Page.of(result.exercise() + ": " + result.headline(), header(result), main.toString(), footer(result));
    }

    /** The test whose picture stands for a whole check; empty if none has any. */
    public static Optional<TestResult> shown(CheckResult result) {
        return Pictures.main(result);
    }

    private static boolean own(CheckResult result) {
        return result.answer().equals("yours");
    }

    private static Html section(Html html, String id, String heading) {
        return html.raw("<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" + heading + "</h2>\n");
    }

    private String header(CheckResult result) {
        VerdictSign sign = VerdictSign.of(result.verdict());
        Html html = new Html();
        if (!index.isEmpty()) {
            html.raw("<nav aria-label=\"Reports\"><a href=\"").text(index).raw("\">← All exercises</a></nav>\n");
        }
        return html.raw("<h1>")
                .element("bdi", result.exercise())
                .raw("</h1>\n")
                .raw("<p class=\"verdict " + sign.style() + "\">")
                .raw(sign.markup())
                .element("strong", result.headline())
                .raw("</p>\n")
                .raw("<p class=\"soft\">" + result.points() + " of " + result.maxPoints() + " points · "
                        + Html.plain(Math.round(result.seconds() * 10) / 10.0) + " s")
                .text(own(result) ? "" : " · " + result.answer())
                .raw("</p>\n")
                .toString();
    }

    private static void happened(Html main, CheckResult result) {
        if (result.passed()) {
            section(main, "happened", "What happened").raw("<p class=\"happened\">Every test passed.</p>\n");
            if (own(result)) {
                main.raw("<p>Compare with the reference: ")
                        .element("code", "kata solution " + number(result))
                        .raw("</p>\n");
            }
            result.tests().stream()
                    .flatMap(test -> test.notes().stream())
                    .distinct()
                    .forEach(note -> main.element("p", "Note: " + note).raw("\n"));
        } else if (result.verdict() == Verdict.DID_NOT_COMPILE) {
            section(main, "happened", "What the compiler said")
                    .raw("<pre tabindex=\"0\" role=\"region\" aria-labelledby=\"happened\">")
                    .text(result.happened())
                    .raw("</pre>\n");
        } else {
            section(main, "happened", "What happened")
                    .element("p class=\"happened\"", result.happened())
                    .raw("\n");
        }
        main.raw("</section>\n");
    }

    private static void picture(Html main, CheckResult result, Pictures pictures) {
        Pictures.main(result)
                .ifPresent(
                        test -> section(main, "picture", "The picture")
                                .raw("<p class=\"soft\">"
                                        + (Sanity.of(test.yours()).isEmpty()
                                                ? "What a right answer does in the test: "
                                                : "While the test ran: "))
                                .element("bdi", TestSections.sentence(test.test()))
                                .raw("</p>\n")
                                .raw(pictures.of(test, "main"))
                                .raw(
                                        "<p class=\"soft\">U is one unit of the lesson's time. Waiting holds no thread; working uses one;"
                                                + " blocking waits and holds its thread meanwhile, so that nothing else can use it.</p>\n</section>\n"));
    }

    private static void advice(Html main, CheckResult result) {
        boolean helped = result.verdict() == Verdict.FAILED || result.verdict() == Verdict.NOT_STARTED;
        String advice = result.main() == null
                ? ""
                : result.main().cause().map(Cause::tryThis).orElse("");
        if (advice.isEmpty() && !helped) {
            return;
        }
        section(main, "try", "What to try")
                .raw("<p class=\"advice\">")
                .text(sentence(advice))
                .raw("</p>\n");
        List<String> others = others(result);
        if (!others.isEmpty()) {
            main.element("p", "Also found: " + String.join("; ", others) + ". These often vanish with the main cause.")
                    .raw("\n");
        }
        if (helped && own(result)) {
            main.raw("<p>Stuck? ")
                    .element("code", "kata hint " + number(result))
                    .raw("</p>\n");
        }
        main.raw("</section>\n");
    }

    private static String sentence(String advice) {
        return advice.isEmpty()
                ? ""
                : Character.toUpperCase(advice.charAt(0))
                        + advice.substring(1)
                        + (advice.matches("(?s).*[.?!]") ? "" : ".");
    }

    private static List<String> others(CheckResult result) {
        return result.tests().stream()
                .flatMap(test -> test.cause().stream())
                .filter(cause -> !cause.id().equals(result.causeId()))
                .map(Cause::title)
                .distinct()
                .toList();
    }

    private static String number(CheckResult result) {
        return result.exercise().replaceFirst("-.*", "");
    }

    private static void tasks(Html main, CheckResult result) {
        section(main, "tasks", "Tasks").raw("<ol class=\"tasks\">\n");
        for (CheckResult.TaskResult task : result.tasks()) {
            main.raw("<li value=\"" + task.number() + "\">")
                    .raw(VerdictSign.of(task.done()).markup())
                    .raw("<span class=\"name\">")
                    .element("bdi", task.text())
                    .raw(" <span class=\"hidden\">(" + (task.done() ? "done" : "to do")
                            + ")</span></span><span class=\"soft\">")
                    .raw((task.done() ? task.points() : 0) + " of " + task.points())
                    .raw("</span></li>\n");
        }
        main.raw("</ol>\n</section>\n");
    }

    private static String footer(CheckResult result) {
        String at = result.at() == null
                ? ""
                : result.at().truncatedTo(ChronoUnit.SECONDS).toString();
        Html html = new Html().raw("<dl>\n");
        if (!result.tests().isEmpty()) {
            fact(html, "Seed", String.valueOf(result.seed()));
            fact(html, "Java", result.java());
            fact(html, "Unit", "100 ms unless set otherwise");
            fact(html, "Tests took", Html.plain(result.testSeconds()) + " s");
        }
        fact(html, "Checked", at.replace('T', ' ').replace("Z", " UTC"));
        html.raw("</dl>\n");
        if (!result.tests().isEmpty() && own(result)) {
            html.raw("<p>Names, delays and sizes vary from run to run. The same again: ")
                    .element("code", "kata check " + number(result) + " --seed " + result.seed())
                    .raw("</p>\n");
        }
        return html.toString();
    }

    private static void fact(Html html, String name, String value) {
        html.raw("<div>").element("dt", name).element("dd", value).raw("</div>\n");
    }
}
