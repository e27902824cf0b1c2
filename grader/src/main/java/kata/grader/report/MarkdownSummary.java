package kata.grader.report;

import java.util.List;
import java.util.Locale;
import kata.grader.result.CheckResult;

/** Checks as Markdown, for the summary page of a run on GitHub Actions. What an answer printed is left out. */
public final class MarkdownSummary {
    private MarkdownSummary() {}

    /** A table of all checks, then what is wrong with each that did not pass. */
    public static String of(List<CheckResult> results) {
        long passed = results.stream().filter(CheckResult::passed).count();
        int points = results.stream().mapToInt(CheckResult::points).sum();
        int most = results.stream().mapToInt(CheckResult::maxPoints).sum();
        StringBuilder text = new StringBuilder();
        text.append("## Async Kata: ")
                .append(passed)
                .append(" of ")
                .append(results.size())
                .append(" passed, ")
                .append(points)
                .append(" of ")
                .append(most)
                .append(" points\n\n");
        text.append("| exercise | verdict | points | seconds |\n|---|---|---:|---:|\n");
        for (CheckResult result : results) {
            String sign = result.passed() ? "✔ " : "✗ ";
            text.append("| ")
                    .append(escaped(result.exercise()))
                    .append(" | ")
                    .append(sign)
                    .append(escaped(result.headline()))
                    .append(" | ")
                    .append(result.points())
                    .append(" of ")
                    .append(result.maxPoints())
                    .append(String.format(Locale.ROOT, " | %.1f |%n", result.seconds()));
        }
        for (CheckResult result : results) {
            if (!result.passed()) {
                text.append("\n**")
                        .append(escaped(result.exercise()))
                        .append("**: ")
                        .append(escaped(result.happened()))
                        .append('\n');
                if (result.main() != null) {
                    result.main()
                            .cause()
                            .ifPresent(cause -> text.append("\nTry: ")
                                    .append(escaped(cause.tryThis()))
                                    .append('\n'));
                }
            }
        }
        return text.toString();
    }

    /** So that nothing in a message can become a link, a picture, a table or HTML. */
    private static String escaped(String text) {
        return Style.harmless(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|~#!@])", "\\\\$1")
                .replace("\n", "<br>");
    }
}
