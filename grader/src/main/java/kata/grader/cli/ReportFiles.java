package kata.grader.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.UserError;
import kata.grader.progress.Progress.Standing;
import kata.grader.report.HtmlReport;
import kata.grader.report.IndexPage;
import kata.grader.report.SvgTimeline;
import kata.grader.result.CheckResult;
import kata.grader.result.TestResult;

/** Where reports lie: {@code .kata/SLUG/report.html}, and {@code .kata/report/index.html} above them. */
final class ReportFiles {
    private static final int SVG_WIDTH = 760;
    private final KataCommand kata;

    ReportFiles(KataCommand kata) {
        this.kata = kata;
    }

    /** Where the page of a result is or will be, as it is told to the learner. */
    String place(CheckResult result) {
        return told(page(result));
    }

    /** Writes a result as a page. A picture that cannot be drawn or kept takes nothing from the verdict. */
    void afterCheck(CheckResult result, Answer answer) {
        try {
            write(result, answer);
        } catch (RuntimeException broken) {
            kata.err().println("The page with the pictures could not be written: " + broken.getMessage());
            if (kata.debug) {
                broken.printStackTrace(kata.err());
            }
        }
    }

    /** Writes a result as a page, with lines of the answer that it was made from. */
    Path write(CheckResult result, Answer answer) {
        Path file = page(result);
        String above = Files.exists(index()) ? "../report/index.html" : "";
        kata.workspace().write(file, new HtmlReport(sources(answer), above).page(result));
        return file;
    }

    private static Map<String, String> sources(Answer answer) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            answer.sources().forEach(source -> texts.put(source.name(), source.text()));
        } catch (UserError unreadable) {
            // The result says so itself; the page does without the lines.
        }
        return texts;
    }

    /** Writes the main picture by task and by thread; empty if the result has none. */
    List<Path> writePictures(CheckResult result) {
        TestResult shown = HtmlReport.shown(result).orElse(null);
        if (shown == null) {
            return List.of();
        }
        SvgTimeline picture = SvgTimeline.of(shown, "Yours");
        Path byTask = folder(result).resolve("timeline.svg");
        Path byThread = folder(result).resolve("threads.svg");
        kata.workspace().write(byTask, picture.file(SvgTimeline.By.TASK, SVG_WIDTH));
        kata.workspace().write(byThread, picture.file(SvgTimeline.By.THREAD, SVG_WIDTH));
        return List.of(byTask, byThread);
    }

    /** Writes the page above all others. */
    Path writeIndex(List<Standing> standings) {
        List<IndexPage.Entry> entries = standings.stream().map(this::entry).toList();
        kata.workspace()
                .write(
                        index(),
                        new IndexPage(
                                        "Async Kata",
                                        "As of the last check of each exercise. Write this page anew with: kata report",
                                        entries)
                                .page());
        return index();
    }

    private IndexPage.Entry entry(Standing standing) {
        IndexPage.State state = switch (standing.state()) {
            case PASSED -> IndexPage.State.PASSED;
            case FAILED -> IndexPage.State.FAILED;
            case UNCHECKED -> IndexPage.State.UNCHECKED;
            case NOT_STARTED -> IndexPage.State.NOT_STARTED;
        };
        String slug = standing.exercise().slug();
        return new IndexPage.Entry(
                slug,
                standing.exercise().title(),
                state,
                standing.headline(),
                standing.points(),
                standing.exercise().points(),
                standing.result().isPresent() ? IndexPage.address("..", slug, "report.html") : "");
    }

    private Path index() {
        return kata.root().resolve(".kata/report/index.html");
    }

    private Path page(CheckResult result) {
        return folder(result).resolve("report.html");
    }

    private Path folder(CheckResult result) {
        return kata.workspace().of(result.exercise());
    }

    /** A path as it is easiest to open from where we are. */
    String told(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return here.startsWith(kata.root()) ? here.relativize(file).toString() : file.toString();
    }
}
