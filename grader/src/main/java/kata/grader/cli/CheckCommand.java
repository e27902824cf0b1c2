package kata.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.check.Engine;
import kata.grader.check.Verification;
import kata.grader.progress.Progress;
import kata.grader.report.MarkdownSummary;
import kata.grader.report.SarifReport;
import kata.grader.report.TextReport;
import kata.grader.result.CheckResult;
import kata.grader.result.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "check",
        description = "Compile your answer, run its tests, and say what happened.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  kata check 01", "  kata check waiter", "  kata check --all --format json"})
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    @Parameters(
            paramLabel = "SLUG",
            arity = "0..*",
            description = "Number or name of an exercise; the next one if not given.")
    private List<String> slugs = List.of();

    @Option(names = "--all", description = "Check every exercise.")
    private boolean all;

    @Option(
            names = "--format",
            description = "text, json, or sarif for what was found by reading the code; text if not given.")
    private Output format = Output.TEXT;

    /** A check reports in one way more than other commands do. */
    private enum Output {
        TEXT,
        JSON,
        SARIF
    }

    @Option(names = "--stack", description = "Show the test framework's stack trace as well.")
    private boolean stack;

    @Option(names = "--seed", paramLabel = "N", description = "Throw the dice of an earlier run again.")
    private long seed;

    @Option(names = "--timeout", paramLabel = "SECONDS", hidden = true, description = "Stop a check after so long.")
    private long timeoutSeconds = Engine.Options.USUAL.timeoutSeconds();

    @Option(
            names = "--answer",
            paramLabel = "FOLDER",
            description = "Check the files in this folder instead of yours, and keep no result.")
    private Path answer;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Append a Markdown summary to this file, as GITHUB_STEP_SUMMARY.")
    private Path summary;

    @Option(names = "--again", description = "With --all: check what has not changed since its last check, too.")
    private boolean again;

    /** A check that is under way, or that need not be made. */
    private record Pending(
            Exercise exercise, Answer answer, Optional<CheckResult> before, Future<CheckResult> future) {}

    @Override
    public Integer call() throws InterruptedException {
        Engine engine = kata.engine(new Engine.Options(seed, 0, timeoutSeconds));
        List<CheckResult> results = new ArrayList<>();
        ReportFiles files = new ReportFiles(kata);
        // Each check has a JVM of its own, and most of its time its tests wait.
        ExecutorService workers =
                Executors.newFixedThreadPool(2 * Runtime.getRuntime().availableProcessors());
        try {
            for (Pending pending : exercises().stream()
                    .map(exercise -> begin(engine, exercise, workers))
                    .toList()) {
                if (format == Output.TEXT && KataCommand.onTerminal()) {
                    kata.out().print(pending.exercise.slug() + " …\r");
                    kata.out().flush();
                }
                CheckResult result =
                        pending.before.isPresent() ? pending.before.get() : Verification.resultOf(pending.future);
                if (answer == null && pending.before.isEmpty()) {
                    kata.progress().store(result);
                }
                if (format == Output.TEXT) {
                    if (!results.isEmpty()) {
                        kata.out().println();
                    }
                    pending.before.ifPresent(old ->
                            kata.out().println("Not changed since it was checked; --again checks it all the same:"));
                    new TextReport(kata.out(), kata.style(), answer == null ? files.place(result) : "")
                            .print(result, stack);
                }
                if (answer == null && pending.before.isEmpty()) {
                    // After the verdict is told: nobody should wait for a picture.
                    files.afterCheck(result, pending.answer);
                }
                results.add(result);
            }
        } finally {
            workers.shutdownNow();
        }
        switch (format) {
            case TEXT -> {
                // Told already, each as it came.
            }
            case JSON -> kata.out().println(Progress.json(results));
            case SARIF -> kata.out().println(new SarifReport(this::folderOf).of(results));
        }
        if (summary != null) {
            append(MarkdownSummary.of(results));
        }
        return exitCode(results);
    }

    private Pending begin(Engine engine, Exercise exercise, ExecutorService workers) {
        Answer checked = answer == null
                ? kata.catalogue().own(exercise)
                : new Answer(Answer.Kind.OWN, answer.toString(), answer.toAbsolutePath());
        boolean mayReuse = all
                && !again
                && seed == 0
                && answer == null
                && engine.missing(exercise).isEmpty();
        Optional<CheckResult> before =
                mayReuse ? kata.progress().unchanged(exercise, engine.against(exercise)) : Optional.empty();
        return new Pending(
                exercise,
                checked,
                before,
                before.isPresent() ? null : workers.submit(() -> engine.check(exercise, checked)));
    }

    private void append(String text) {
        try {
            Files.writeString(summary, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException problem) {
            throw new UserError("Cannot write the summary to " + summary + ": " + problem.getMessage() + ".", problem);
        }
    }

    private List<Exercise> exercises() {
        if (all) {
            return kata.catalogue().exercises();
        }
        return slugs.isEmpty()
                ? List.of(kata.exercise(null))
                : slugs.stream().map(kata.catalogue()::find).toList();
    }

    private String folderOf(String slug) {
        java.nio.file.Path folder = answer == null
                ? kata.catalogue().find(slug).answerFolder()
                : answer.toAbsolutePath().normalize();
        return (folder.startsWith(kata.root()) ? kata.root().relativize(folder) : folder)
                .toString()
                .replace('\\', '/');
    }

    private static int exitCode(List<CheckResult> results) {
        if (results.stream().anyMatch(result -> result.verdict() == Verdict.HARNESS_ERROR)) {
            return Main.HARNESS_FAULT;
        }
        return results.stream().allMatch(CheckResult::passed) ? Main.OK : Main.NOT_PASSED;
    }
}
