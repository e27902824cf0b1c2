package kata.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.check.Engine;
import kata.grader.result.CheckResult;
import kata.grader.watch.Commands;
import kata.grader.watch.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "watch",
        description = {
            "Stay, and show the verdict for an exercise whenever you save it.",
            "Keys: n next, p previous, h hint, s solution, c check again, r run the demo, l list, x reset, q quit; "
                    + "arrows and space scroll."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  kata watch 01"})
final class WatchCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    @Parameters(
            paramLabel = "SLUG",
            arity = "0..1",
            description = "Number or name of the exercise to begin with; the next one if not given.")
    private String slug;

    @Override
    public Integer call() {
        return start(kata, slug);
    }

    /** Whether somebody sits before a terminal: not in a pipe, nor on a build server. */
    static boolean possible() {
        String server = System.getenv("CI");
        return KataCommand.onTerminal()
                && Boolean.getBoolean("kata.stdin-terminal")
                && !"dumb".equals(System.getenv("TERM"))
                && (server == null || server.isEmpty() || server.equals("false"));
    }

    static int start(KataCommand kata, String slug) {
        if (!KataCommand.onTerminal()
                || !Boolean.getBoolean("kata.stdin-terminal")
                || "dumb".equals(System.getenv("TERM"))) {
            throw new UserError("kata watch needs a terminal that it can draw on. Elsewhere, use: kata check");
        }
        Exercise first = slug == null ? kata.begin() : kata.catalogue().find(slug);
        Engine engine = kata.engine(Engine.Options.USUAL);
        try {
            new Watch(kata.catalogue(), kata.progress(), engine, new InProcess(kata), kata.style()).run(first);
            return Main.OK;
        } catch (IOException problem) {
            throw new UserError(
                    "kata watch cannot use this terminal (" + problem.getMessage() + "). Use: kata check", problem);
        }
    }

    /** The other commands, in this process, with their output caught. */
    private record InProcess(KataCommand kata) implements Commands {
        @Override
        public String say(List<String> command, int width) {
            StringWriter said = new StringWriter();
            PrintWriter out = new PrintWriter(said);
            System.setProperty("kata.width", String.valueOf(width));
            Main.run(out, out, with(command));
            return said.toString();
        }

        @Override
        public void play(Exercise exercise, int width) {
            System.setProperty("kata.width", String.valueOf(width));
            Main.run(kata.out(), kata.err(), with(List.of("run", exercise.number())));
            kata.out().print("\nPress Enter to go back to watch. ");
            kata.out().flush();
        }

        @Override
        public String page(CheckResult result) {
            return new ReportFiles(kata).place(result);
        }

        @Override
        public void writePage(Exercise exercise, CheckResult result) {
            new ReportFiles(kata).afterCheck(result, kata.catalogue().own(exercise));
        }

        private String[] with(List<String> command) {
            List<String> words = new ArrayList<>(List.of("--root", kata.root().toString()));
            words.addAll(kata.ascii ? List.of("--ascii") : List.of());
            words.addAll(kata.noColour ? List.of("--no-color") : List.of());
            words.addAll(command);
            return words.toArray(String[]::new);
        }
    }
}
