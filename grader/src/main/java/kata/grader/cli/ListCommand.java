package kata.grader.cli;

import java.util.List;
import java.util.concurrent.Callable;
import kata.grader.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "list",
        description = "Show the ladder: every exercise, what it teaches, and where you stand.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  kata list --format json"})
final class ListCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    @Option(names = "--format", description = "text or json; text if not given.")
    private Format format = Format.TEXT;

    /** A rung as {@code --format json} prints it. */
    record Rung(String exercise, String title, String state, int points, int maxPoints) {}

    @Override
    public Integer call() {
        if (format == Format.TEXT) {
            kata.showProgress();
            return Main.OK;
        }
        List<Rung> rungs = kata.progress().standings().stream()
                .map(standing -> new Rung(
                        standing.exercise().slug(),
                        standing.exercise().title(),
                        standing.state().name().toLowerCase(java.util.Locale.ROOT),
                        standing.points(),
                        standing.exercise().points()))
                .toList();
        kata.out().println(Progress.json(rungs));
        return Main.OK;
    }
}
