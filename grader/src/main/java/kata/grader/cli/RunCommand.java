package kata.grader.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import kata.grader.catalogue.Exercise;
import kata.grader.check.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "run",
        description = "Play a lesson: the synchronous twin first, then your own version.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  kata run 01 --unit 250"})
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    @Parameters(
            paramLabel = "SLUG",
            arity = "0..1",
            description = "Number or name of an exercise; the next one if not given.")
    private String slug;

    @Option(
            names = "--unit",
            paramLabel = "MS",
            description = "Length of a unit in milliseconds; ${DEFAULT-VALUE} if not given.")
    private long unitMillis = 500;

    @Override
    public Integer call() {
        Exercise exercise = kata.exercise(slug);
        Engine engine = kata.engine(new Engine.Options(0, unitMillis, 600));
        Map<String, String> properties = Map.of(
                "kata.width", String.valueOf(kata.style().width()),
                "kata.terminal", String.valueOf(KataCommand.onTerminal() && !"dumb".equals(System.getenv("TERM"))),
                "kata.ascii", String.valueOf(kata.style().ascii()));
        return engine.play(exercise, kata.catalogue().own(exercise), properties) ? Main.OK : Main.NOT_PASSED;
    }
}
