package kata.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.Callable;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.check.Engine;
import kata.grader.progress.Progress;
import kata.grader.report.HtmlReport;
import kata.grader.report.TextReport;
import kata.grader.result.CheckResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Run by the start script after a build: does what learners do most, so that both JVMs can archive its classes. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    @Override
    public Integer call() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        new ProgressView(nowhere, kata.style(), kata.progress()).print();
        if (kata.catalogue().exercises().isEmpty()) {
            return Main.OK;
        }
        Exercise first = kata.catalogue().exercises().get(0);
        try {
            Engine engine = kata.engine(Engine.Options.USUAL);
            engine.trainChildren(first, kata.catalogue().reference(first));
            CheckResult result = engine.check(first, kata.catalogue().reference(first));
            new TextReport(nowhere, kata.style()).print(result, false);
            Progress.result(Progress.json(result));
            new HtmlReport(Map.of(), "").page(result);
            return Main.OK;
        } catch (IOException problem) {
            throw new UserError("Cannot write the archive: " + problem.getMessage() + ".", problem);
        }
    }
}
