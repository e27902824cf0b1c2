package kata.grader.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.progress.Progress.Standing;
import kata.grader.result.CheckResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "report",
        description = "Write what your last checks found as pages for a browser, with an index of all exercises.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  kata report", "  kata report 01 --svg"})
final class ReportCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    @Parameters(
            paramLabel = "SLUG",
            arity = "0..*",
            description = "Number or name of an exercise; all that were checked if not given.")
    private List<String> slugs = List.of();

    @Option(names = "--svg", description = "Write the pictures as files of their own, too.")
    private boolean svg;

    @Override
    public Integer call() {
        List<Exercise> wanted = slugs.stream().map(kata.catalogue()::find).toList();
        List<Standing> standings = kata.progress().standings();
        List<Standing> chosen = standings.stream()
                .filter(standing ->
                        wanted.isEmpty() ? standing.result().isPresent() : wanted.contains(standing.exercise()))
                .toList();
        for (Standing standing : chosen) {
            if (standing.result().isEmpty()) {
                throw new UserError(
                        "There is no result for " + standing.exercise().slug() + " as it is now. First: kata check "
                                + standing.exercise().number());
            }
        }
        ReportFiles files = new ReportFiles(kata);
        List<String> written = new ArrayList<>(List.of(files.told(files.writeIndex(standings))));
        for (Standing standing : chosen) {
            CheckResult result = standing.result().orElseThrow();
            written.add(files.told(files.write(result, kata.catalogue().own(standing.exercise()))));
            if (svg) {
                files.writePictures(result).forEach(path -> written.add(files.told(path)));
            }
        }
        written.forEach(kata.out()::println);
        return Main.OK;
    }
}
