package kata.grader.watch;

import java.util.ArrayList;
import java.util.List;
import kata.grader.catalogue.Exercise;
import kata.grader.progress.Progress.Standing;
import kata.grader.progress.Progress.State;
import kata.grader.report.Style;

/** Puts a page on a screen of a given size: where one is, the page or as much of it as fits, and the keys. */
final class Screen {
    private static final int FEWEST_COLUMNS = 20;
    private static final int FEWEST_BODY_ROWS = 3;
    private final Pages pages;
    private final int width;
    private final int height;
    private final List<String> keys;

    Screen(Pages pages, int width, int height) {
        this.pages = pages;
        // The last column stays free: some terminals break the line when it is written to.
        this.width = Math.max(FEWEST_COLUMNS, width - 1);
        this.height = Math.max(1, height);
        List<String> folded = keys(this.width);
        this.keys = folded.size() + 2 + FEWEST_BODY_ROWS <= this.height ? folded : List.of();
    }

    /** Where one is: the exercise, the progress, and what watch is doing. */
    List<String> header(List<Standing> standings, Exercise exercise, boolean checking) {
        Style style = pages.style(width);
        long passed = standings.stream()
                .filter(standing -> standing.state() == State.PASSED)
                .count();
        String count = passed + " of " + standings.size();
        int bar = Math.max(0, Math.min(standings.size(), width - exercise.slug().length() - count.length() - 6));
        int full = (int) (bar * passed / Math.max(1, standings.size()));
        String first = style.bold(exercise.slug()) + "   "
                + style.green(style.sign("█", "#").repeat(full))
                + style.faint(style.sign("░", ".").repeat(bar - full)) + "  " + count;
        String second = checking
                ? style.yellow(style.sign("● ", "* ") + "checking" + style.sign(" …", " ..."))
                : style.faint(style.sign("○ ", "- ") + "watching " + String.join(", ", exercise.stubs()));
        return List.of(first, second, "");
    }

    List<String> body(View view, Standing standing, List<Standing> all) {
        return Columns.fold(pages.page(view, standing, all, width), width);
    }

    int bodyRows(List<String> header) {
        return Math.max(1, height - header.size() - keys.size() - 1);
    }

    /** Exactly as many lines as the screen has rows. */
    List<String> put(List<String> header, List<String> body, int scroll) {
        Style style = pages.style(width);
        int rows = bodyRows(header);
        int end = Math.min(body.size(), scroll + rows);
        List<String> lines = new ArrayList<>(header);
        lines.addAll(body.subList(scroll, end));
        while (lines.size() < header.size() + rows) {
            lines.add("");
        }
        String more = body.size() <= rows
                ? ""
                : " " + (scroll + 1) + "-" + end + " of " + body.size() + style.sign(" ↑↓ ", " up/down ");
        String rule = style.sign("─", "-");
        lines.add(style.faint(rule.repeat(Math.max(0, width - more.length() - 2)) + more + rule.repeat(2)));
        keys.forEach(row -> lines.add(style.faint(row)));
        return Columns.cut(lines, width).subList(0, height > lines.size() ? lines.size() : height);
    }

    private static List<String> keys(int width) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (Key key : Key.values()) {
            String told = key.told().orElse("");
            if (!told.isEmpty() && row.length() + 2 + told.length() > width) {
                rows.add(row.toString());
                row = new StringBuilder();
            }
            row.append(told.isEmpty() || row.isEmpty() ? "" : "  ").append(told);
        }
        rows.add(row.toString());
        return rows;
    }
}
