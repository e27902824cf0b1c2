package kata.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.Task;
import kata.grader.catalogue.UserError;
import kata.grader.result.CheckResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "hint",
        description = "Show the next hint, from a nudge to nearly the answer.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  kata hint 01", "  kata hint 01 --task 2 --all"})
final class HintCommand implements Callable<Integer> {
    private static final Pattern HEADING = Pattern.compile("^(?:## Task (\\d+)|### Hint \\d+).*$", Pattern.MULTILINE);

    @ParentCommand
    private KataCommand kata;

    @Parameters(
            paramLabel = "SLUG",
            arity = "0..1",
            description = "Number or name of an exercise; the next one if not given.")
    private String slug;

    @Option(
            names = "--task",
            paramLabel = "N",
            description = "A task's number; the first that is not done if not given.")
    private int task;

    @Option(names = "--all", description = "Show all hints of the task at once.")
    private boolean all;

    @Override
    public Integer call() {
        Exercise exercise = kata.exercise(slug);
        int number = task == 0 ? currentTask(exercise) : task;
        List<String> hints = hints(exercise, number);
        Path seenFile = kata.workspace().of(exercise.slug()).resolve("hints-of-task-" + number);
        int seen = all ? hints.size() : Math.min(hints.size(), seen(seenFile) + 1);
        kata.workspace().write(seenFile, String.valueOf(seen));
        kata.out()
                .println(kata.style().bold(exercise.slug() + ", task " + number) + ": "
                        + exercise.tasks().get(number - 1).text());
        for (int i = 0; i < seen; i++) {
            kata.out().println();
            kata.out().println(kata.style().fold("Hint " + (i + 1) + " of " + hints.size(), "  "));
            kata.out().println(kata.style().fold(hints.get(i), "  "));
        }
        kata.out().println();
        kata.out()
                .println(
                        seen < hints.size()
                                ? "  Once more for the next: kata hint " + exercise.number()
                                : "  That was the last hint. Still stuck? kata solution " + exercise.number()
                                        + " --spoil");
        return Main.OK;
    }

    private int currentTask(Exercise exercise) {
        return kata.progress().standing(exercise).result().stream()
                .flatMap(result -> result.tasks().stream())
                .filter(each -> !each.done())
                .map(CheckResult.TaskResult::number)
                .findFirst()
                .orElse(exercise.tasks().get(0).number());
    }

    /** The hints of a task, each as one paragraph a line. */
    static List<String> hints(Exercise exercise, int task) {
        if (exercise.tasks().stream().map(Task::number).noneMatch(number -> number == task)) {
            throw new UserError(
                    exercise.slug() + " has tasks 1 to " + exercise.tasks().size() + ", and no task " + task + ".");
        }
        String text;
        try {
            text = Files.readString(exercise.folder().resolve("HINTS.md"));
        } catch (IOException problem) {
            throw new UserError(
                    "Cannot read the hints of " + exercise.slug() + ": HINTS.md is missing from its folder.", problem);
        }
        List<String> hints = new ArrayList<>();
        Matcher heading = HEADING.matcher(text);
        int current = 0;
        int start = -1;
        while (heading.find()) {
            add(hints, text, start, heading.start(), current == task);
            boolean isTask = heading.group(1) != null;
            current = isTask ? Integer.parseInt(heading.group(1)) : current;
            start = isTask ? -1 : heading.end();
        }
        add(hints, text, start, text.length(), current == task);
        if (hints.isEmpty()) {
            throw new UserError("There is no hint for task " + task + " in HINTS.md of " + exercise.slug() + ".");
        }
        return hints;
    }

    private static void add(List<String> hints, String text, int start, int end, boolean wanted) {
        if (wanted && start >= 0) {
            hints.add(text.substring(start, end).strip().replaceAll("(?<!\n)\n(?!\n|```|[-*] |    )", " "));
        }
    }

    private static int seen(Path file) {
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (IOException | NumberFormatException damaged) {
            return 0;
        }
    }
}
