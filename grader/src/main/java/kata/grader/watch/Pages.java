package kata.grader.watch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.Task;
import kata.grader.progress.Progress.Standing;
import kata.grader.progress.Progress.State;
import kata.grader.report.Style;
import kata.grader.report.TextReport;
import kata.grader.result.CheckResult;

/** Writes what the middle of the screen shows. */
final class Pages {
    private static final Pattern COMMAND = Pattern.compile("kata (hint|solution|reset|check|run) \\d\\d\\b(?! -)");
    private static final Map<String, Key> KEYS =
            Map.of("hint", Key.HINT, "solution", Key.SOLUTION, "reset", Key.RESET, "check", Key.CHECK, "run", Key.RUN);
    private final Style style;
    private final Function<Exercise, String> difference;
    private final Function<CheckResult, String> place;

    /**
     * @param style colours and characters; its width does not matter
     * @param difference how the reference differs from the learner's own answer
     * @param place where the page with the pictures of a result is
     */
    Pages(Style style, Function<Exercise, String> difference, Function<CheckResult, String> place) {
        this.style = style;
        this.difference = difference;
        this.place = place;
    }

    Style style(int width) {
        return new Style(style.colour(), style.ascii(), width);
    }

    String page(View view, Standing standing, List<Standing> all, int width) {
        return switch (view) {
            case View.Intro intro -> intro(standing.exercise(), style(width));
            case View.Verdict verdict -> verdict(verdict.result(), standing, all, style(width));
            case View.Text text -> style.bold(text.title()) + "\n\n" + asKeys(text.text());
            case View.Ladder ladder -> ladder(ladder.chosen(), all);
            case View.ConfirmReset confirm ->
                style.bold("Reset " + standing.exercise().slug() + "?") + "\n\n"
                        + style(width)
                                .fold(
                                        "Your files are kept aside and the stub is put back. Press y to do it, any other key to leave it.",
                                        "  ");
        };
    }

    private String intro(Exercise exercise, Style style) {
        StringBuilder text = new StringBuilder(style.bold(exercise.title())).append("\n\n");
        for (Task task : exercise.tasks()) {
            text.append(style.fold("Task " + task.number() + "  " + task.text(), "  "))
                    .append('\n');
        }
        return text.append('\n')
                .append(style.fold(
                        "Read exercises/" + exercise.slug() + "/README.md, edit "
                                + String.join(" and ", exercise.stubs()) + ", and save: the verdict appears here.",
                        "  "))
                .toString();
    }

    private String verdict(CheckResult result, Standing standing, List<Standing> all, Style style) {
        StringWriter text = new StringWriter();
        new TextReport(new PrintWriter(text), style, place.apply(result)).print(result, false);
        if (result.passed()) {
            String next = next(standing, all)
                    .map(exercise -> "Press Enter to go on: " + exercise.number() + " " + exercise.name() + ", "
                            + exercise.title())
                    .orElse("That was the last one.");
            text.append('\n').append(style.fold(next, "  ").replaceFirst("Press Enter", style.bold("Press Enter")));
            text.append("\n\n").append(difference.apply(standing.exercise()));
        }
        return asKeys(text.toString());
    }

    private static Optional<Exercise> next(Standing standing, List<Standing> all) {
        int after = all.indexOf(standing) + 1;
        return after < all.size() ? Optional.of(all.get(after).exercise()) : Optional.empty();
    }

    /** Reports name the commands of a shell; here a key does the same. */
    private static String asKeys(String text) {
        return COMMAND.matcher(text)
                .replaceAll(found ->
                        "press " + KEYS.get(found.group(1)).told().orElseThrow().charAt(0));
    }

    private String ladder(int chosen, List<Standing> all) {
        int widest = all.stream()
                .mapToInt(standing -> standing.exercise().slug().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            Standing standing = all.get(i);
            String slug = standing.exercise().slug();
            String line = slug + " ".repeat(widest - slug.length()) + "   "
                    + standing.exercise().title();
            text.append(i == chosen ? style.bold(style.sign("▶ ", "> ")) : "  ")
                    .append(sign(standing.state()))
                    .append(' ')
                    .append(i == chosen ? style.bold(line) : line)
                    .append('\n');
        }
        return text.toString();
    }

    private String sign(State state) {
        return switch (state) {
            case PASSED -> style.green(style.sign("✔", "+"));
            case FAILED -> style.red(style.sign("✗", "x"));
            case UNCHECKED -> style.yellow("~");
            case NOT_STARTED -> style.faint(style.sign("·", "."));
        };
    }
}
