package kata.grader.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import kata.grader.progress.Progress;
import kata.grader.progress.Progress.Standing;
import kata.grader.progress.Progress.State;
import kata.grader.report.Style;

/** The ladder as a person sees it: a bar, points, and a line for each exercise. */
final class ProgressView {
    private static final int BAR = 20;
    private final PrintWriter out;
    private final Style style;
    private final List<Standing> standings;

    ProgressView(PrintWriter out, Style style, Progress progress) {
        this.out = out;
        this.style = style;
        this.standings = progress.standings();
    }

    void print() {
        long passed = standings.stream()
                .filter(standing -> standing.state() == State.PASSED)
                .count();
        int points = standings.stream().mapToInt(Standing::points).sum();
        int most = standings.stream()
                .mapToInt(standing -> standing.exercise().points())
                .sum();
        // The first point already shows.
        int full = most == 0 ? 0 : (BAR * points + most - 1) / most;
        out.println(style.bold("Async Kata") + "    "
                + style.green(style.sign("█", "#").repeat(full))
                + style.faint(style.sign("░", ".").repeat(BAR - full))
                + "   " + passed + " of " + standings.size() + " · ".replace("·", style.sign("·", "-")) + points
                + " of " + most + " points");
        out.println();
        Optional<Standing> next = standings.stream()
                .filter(standing -> standing.state() != State.PASSED)
                .findFirst();
        int widest = standings.stream()
                .mapToInt(standing -> standing.exercise().name().length())
                .max()
                .orElse(0);
        for (Standing standing : standings) {
            boolean isNext = next.isPresent() && next.get() == standing;
            String name = standing.exercise().name();
            String line = "  " + sign(standing, isNext) + " "
                    + standing.exercise().number() + " " + name + " ".repeat(widest - name.length()) + "   ";
            String about = standing.exercise().title() + detail(standing);
            out.println(line + (isNext ? style.bold(about) : about));
        }
        out.println();
        out.println(next.map(standing -> "  Next: " + standing.exercise().slug() + ". Read exercises/"
                        + standing.exercise().slug() + "/README.md, edit "
                        + standing.exercise().stubs().get(0) + ", then: kata check "
                        + standing.exercise().number())
                .orElse("  Every kata is passed. kata solution NN shows how others would have done it."));
    }

    private String sign(Standing standing, boolean next) {
        return switch (standing.state()) {
            case PASSED -> style.green(style.sign("✔", "+"));
            case FAILED -> style.red(style.sign("✗", "x"));
            case UNCHECKED -> style.yellow(style.sign("~", "~"));
            case NOT_STARTED -> next ? style.bold(style.sign("▶", ">")) : style.faint(style.sign("·", "."));
        };
    }

    private String detail(Standing standing) {
        return switch (standing.state()) {
            case PASSED, NOT_STARTED -> "";
            case UNCHECKED -> style.faint("   (edited, not checked yet)");
            case FAILED -> style.faint("   (" + standing.headline() + ")");
        };
    }
}
