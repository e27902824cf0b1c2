package kata.grader.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import kata.grader.result.CheckResult;
import kata.grader.result.TestResult;
import kata.grader.result.Verdict;
import kata.testkit.diagnosis.Cause;
import kata.testkit.evidence.Sighting;
import kata.testkit.timeline.TextTimeline;

/** Tells a person of a check, in this order: what happened, the picture, the lines, what to try, where help is. */
public final class TextReport {
    private static final int MOST_OUTPUT_LINES = 20;
    private final PrintWriter out;
    private final Style style;
    private final String picture;

    public TextReport(PrintWriter out, Style style) {
        this(out, style, "");
    }

    /** @param picture path of the page that tells the same with pictures; empty if there is none */
    public TextReport(PrintWriter out, Style style, String picture) {
        this.out = out;
        this.style = style;
        this.picture = picture;
    }

    /** @param stacks whether the test framework's own stack traces are wanted */
    public void print(CheckResult result, boolean stacks) {
        headline(result);
        if (result.passed()) {
            passed(result);
        } else {
            red(result, stacks);
        }
        output(result);
        out.flush();
    }

    private void headline(CheckResult result) {
        String name = result.exercise().replaceFirst("-", " ");
        String sign = switch (result.verdict()) {
            case PASSED -> style.green(style.sign("✔ ", "ok ") + result.headline());
            case NOT_STARTED -> style.yellow(style.sign("○ ", "-- ") + result.headline());
            case HARNESS_ERROR -> style.yellow("! " + result.headline());
            case FAILED, DID_NOT_COMPILE, TIMED_OUT, CRASHED, REFUSED ->
                style.red(style.sign("✗ ", "x  ") + result.headline());
        };
        out.printf(
                Locale.ROOT,
                "%s   %s   %s%n",
                style.bold(name),
                sign,
                style.faint(String.format(Locale.ROOT, "%.1f s", result.seconds())));
    }

    private void passed(CheckResult result) {
        out.println();
        for (CheckResult.TaskResult task : result.tasks()) {
            out.println("  " + style.green(style.sign("✔", "ok")) + " Task " + task.number() + ": " + task.text());
        }
        result.tests().stream()
                .flatMap(test -> test.notes().stream())
                .distinct()
                .forEach(note -> out.println("\n" + style.fold("Note  " + note, "  ")));
        out.println();
        out.println("  " + result.points() + " points. Compare with the reference: kata solution " + number(result));
    }

    private static String number(CheckResult result) {
        return result.exercise().substring(0, 2);
    }

    private void red(CheckResult result, boolean stacks) {
        out.println();
        out.println(
                result.verdict() == Verdict.DID_NOT_COMPILE
                        ? result.happened().indent(2).stripTrailing()
                        : style.fold(result.happened(), "  "));
        TestResult main = result.main();
        if (main != null && main.failure() != null) {
            picture(main);
            lines(main);
            main.cause().map(Cause::tryThis).ifPresent(advice -> {
                out.println();
                out.println(style.fold(style.bold("Try") + "   " + advice, "  "));
            });
            others(result, main);
        }
        out.println();
        for (CheckResult.TaskResult task : result.tasks()) {
            String sign = task.done() ? style.green(style.sign("✔", "ok")) : style.faint(style.sign("·", "- "));
            out.println("  " + sign + " Task " + task.number() + ": " + task.text());
        }
        boolean helped = result.verdict() == Verdict.FAILED || result.verdict() == Verdict.NOT_STARTED;
        String hint = helped ? style.bold("Hint") + "  kata hint " + number(result) + "        " : "";
        String page = picture.isEmpty() ? "" : style.bold("Picture") + "  " + picture;
        if (!(hint + page).isEmpty()) {
            out.println();
            out.println("  " + (hint + page).stripTrailing());
        }
        if (stacks && main != null && main.failure() != null) {
            out.println();
            out.println(Style.harmless(main.failure().stack()).indent(4));
        }
        if (result.verdict() == Verdict.HARNESS_ERROR) {
            out.println(style.fold(
                    "This is not your answer's fault. Run kata doctor; if it finds nothing, tell the"
                            + " authors, with the output of kata check --stack.",
                    "  "));
        }
    }

    private void picture(TestResult main) {
        if (!main.yours().isEmpty() || !main.right().isEmpty()) {
            out.println();
            out.println(
                    Style.harmless(new TextTimeline(style.ascii(), style.width()).draw(main.yours(), main.right())));
        }
    }

    private void lines(TestResult main) {
        List<String> lines = Sighting.lines(main.failure().sightings());
        if (!lines.isEmpty()) {
            out.println();
            lines.forEach(line -> out.println("  " + line));
        }
    }

    /** Other mistakes, each once: they often vanish with the main one. */
    private void others(CheckResult result, TestResult main) {
        List<String> others = result.tests().stream()
                .filter(test -> test != main && test.failure() != null)
                .flatMap(test -> test.cause().stream())
                .filter(cause -> !cause.id().equals(main.cause().orElseThrow().id()))
                .map(Cause::title)
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            out.println(style.fold(style.bold("Also") + "  " + String.join("; ", others), "  "));
        }
    }

    private void output(CheckResult result) {
        String text = Style.harmless(result.output()).strip();
        if (text.isEmpty()) {
            return;
        }
        List<String> lines = text.lines().toList();
        int from = Math.max(0, lines.size() - MOST_OUTPUT_LINES);
        out.println();
        out.println("  Your code printed"
                + (from > 0 ? " (its last " + MOST_OUTPUT_LINES + " lines of " + lines.size() + ")" : "") + ":");
        lines.subList(from, lines.size())
                .forEach(line -> out.println("    " + (line.length() > 200 ? line.substring(0, 200) : line)));
    }
}
