package kata.grader.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kata.grader.catalogue.Catalogue;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.check.Engine;
import kata.grader.check.Workspace;
import kata.grader.progress.Progress;
import kata.grader.report.Style;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code kata} itself: shows progress, and gives every other command its surroundings. */
@Command(
        name = "kata",
        description = {
            "Katas for asynchronous programming in Java.",
            "",
            "Without a command: how far you are, and what is next; on a terminal, kata watch."
        },
        mixinStandardHelpOptions = true,
        version = "Async Kata 1.0",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Example:",
            "  kata check 01",
            "",
            "Exit codes: 0 all passed, 1 something did not, 2 bad input, 3 the kata's own fault."
        },
        subcommands = {
            CheckCommand.class,
            WatchCommand.class,
            ListCommand.class,
            ReportCommand.class,
            RunCommand.class,
            HintCommand.class,
            ResetCommand.class,
            SolutionCommand.class,
            DoctorCommand.class,
            VerifyCommand.class,
            NewCommand.class,
            WarmUpCommand.class,
            CommandLine.HelpCommand.class
        })
final class KataCommand implements Callable<Integer> {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces of the kata's own faults.")
    boolean debug;

    @Option(names = "--ascii", scope = ScopeType.INHERIT, description = "Use 7-bit characters only.")
    boolean ascii;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "Use no colours; so does NO_COLOR.")
    boolean noColour;

    @Option(names = "--root", scope = ScopeType.INHERIT, hidden = true, description = "The repository's folder.")
    Path givenRoot;

    @Spec
    CommandSpec spec;

    private Catalogue catalogue;
    private Workspace workspace;

    @Option(names = "--no-watch", description = "Show how far you are and end, on a terminal too.")
    private boolean noWatch;

    @Override
    public Integer call() {
        showProgress();
        return !noWatch && WatchCommand.possible() ? WatchCommand.start(this, null) : Main.OK;
    }

    void showProgress() {
        new ProgressView(out(), style(), progress()).print();
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Whether a person looks at what is printed, as the start script found out. */
    static boolean onTerminal() {
        return Boolean.getBoolean("kata.terminal");
    }

    Style style() {
        String noColourWanted = System.getenv("NO_COLOR");
        boolean colour = onTerminal()
                && !noColour
                && (noColourWanted == null || noColourWanted.isEmpty())
                && !"dumb".equals(System.getenv("TERM"));
        return new Style(colour, ascii || !unicodeLocale(), Math.min(110, Integer.getInteger("kata.width", 100)));
    }

    private static boolean unicodeLocale() {
        for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value.toUpperCase(java.util.Locale.ROOT).replace("-", "").contains("UTF8")
                        || value.equals("C")
                        || value.equals("POSIX");
            }
        }
        return true;
    }

    Path root() {
        if (givenRoot != null) {
            return givenRoot.toAbsolutePath().normalize();
        }
        String known = System.getProperty("kata.root");
        if (known != null) {
            return Path.of(known);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("exercises")) && Files.isDirectory(folder.resolve("grader"))) {
                return folder;
            }
        }
        throw new UserError("This is not a clone of Async Kata: start kata inside one.");
    }

    Catalogue catalogue() {
        if (catalogue == null) {
            catalogue = new Catalogue(root());
        }
        return catalogue;
    }

    Workspace workspace() {
        if (workspace == null) {
            workspace = new Workspace(root());
        }
        return workspace;
    }

    Progress progress() {
        return new Progress(catalogue(), workspace());
    }

    Engine engine(Engine.Options options) {
        return new Engine(workspace(), options, line -> err().println(line));
    }

    /** The exercise that is named; if none is, the one whose folder we are in; else the next one to do. */
    Exercise exercise(String wanted) {
        if (wanted != null) {
            return catalogue().find(wanted);
        }
        return here().or(() -> progress().next())
                .orElseThrow(() ->
                        new UserError("Every exercise is passed. Name the one you mean, as in: kata " + "check 01"));
    }

    /** The exercise to begin with: the one whose folder we are in; else the next one to do; else the first. */
    Exercise begin() {
        if (catalogue().exercises().isEmpty()) {
            throw new UserError("There are no exercises in " + root() + ".");
        }
        return here().or(() -> progress().next())
                .orElseGet(() -> catalogue().exercises().get(0));
    }

    private Optional<Exercise> here() {
        Path here = Path.of("").toAbsolutePath();
        return catalogue().exercises().stream()
                .filter(exercise -> here.startsWith(exercise.folder()))
                .findFirst();
    }
}
