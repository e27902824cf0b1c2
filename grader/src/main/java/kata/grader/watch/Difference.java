package kata.grader.watch;

import java.util.ArrayList;
import java.util.List;
import kata.grader.catalogue.Answer;
import kata.grader.report.Style;

/**
 * How a reference differs from an answer that passed, line by line. Comments of the answer's own do not count as a
 * difference, the reference's do: they tell its idea. Neither does white space.
 */
final class Difference {
    private static final int CONTEXT = 1;

    /** A line, and whether it is the reference's alone ('+'), the answer's alone ('-') or both's (' '). */
    record Line(char sign, String text) {}

    private Difference() {}

    /** The difference as a person reads it; a sentence if there is none. */
    static String of(List<Answer.Source> own, List<Answer.Source> reference, Style style) {
        StringBuilder text = new StringBuilder();
        for (Answer.Source right : reference) {
            List<String> mine = own.stream()
                    .filter(source -> source.name().equals(right.name()))
                    .findFirst()
                    .map(source -> source.text().lines().toList())
                    .orElse(List.of());
            List<Line> lines = lines(mine, right.text().lines().toList());
            if (lines.stream().anyMatch(line -> line.sign == '+' && !isComment(line.text) || line.sign == '-')) {
                text.append("  ").append(style.bold(right.name())).append('\n');
                draw(lines, text, style);
            }
        }
        return text.isEmpty()
                ? "  The reference does it the same way."
                : "  The reference does it so (- yours, + the reference's):\n\n" + text;
    }

    private static void draw(List<Line> lines, StringBuilder text, Style style) {
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            if (!nearChange(lines, i)) {
                gap = true;
                continue;
            }
            text.append(gap && i > 0 ? "    " + style.faint(style.sign("⋯", "...")) + "\n" : "");
            gap = false;
            Line line = lines.get(i);
            String drawn = "  " + line.sign + " " + line.text;
            text.append(
                            switch (line.sign) {
                                case '+' -> style.green(drawn);
                                case '-' -> style.red(drawn);
                                default -> style.faint(drawn);
                            })
                    .append('\n');
        }
    }

    private static boolean nearChange(List<Line> lines, int index) {
        for (int i = Math.max(0, index - CONTEXT); i <= Math.min(lines.size() - 1, index + CONTEXT); i++) {
            if (lines.get(i).sign != ' ') {
                return true;
            }
        }
        return false;
    }

    /** The shortest way from the answer to the reference, by the longest common subsequence of their lines. */
    static List<Line> lines(List<String> own, List<String> reference) {
        List<String> mine =
                own.stream().filter(line -> !isComment(line) && !line.isBlank()).toList();
        List<String> right = reference.stream().filter(line -> !line.isBlank()).toList();
        int[][] common = new int[mine.size() + 1][right.size() + 1];
        for (int i = mine.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = same(mine.get(i), right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < mine.size() || j < right.size()) {
            if (i < mine.size() && j < right.size() && same(mine.get(i), right.get(j))) {
                lines.add(new Line(' ', right.get(j)));
                i++;
                j++;
            } else if (i < mine.size() && (j == right.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line('-', mine.get(i++)));
            } else {
                lines.add(new Line('+', right.get(j++)));
            }
        }
        return lines;
    }

    private static boolean same(String one, String other) {
        return one.replaceAll("\\s+", "").equals(other.replaceAll("\\s+", ""));
    }

    private static boolean isComment(String line) {
        String text = line.strip();
        return text.startsWith("//") || text.startsWith("/*") || text.startsWith("*");
    }
}
