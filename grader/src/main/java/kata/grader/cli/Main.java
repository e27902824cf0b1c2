package kata.grader.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import kata.grader.catalogue.UserError;
import picocli.CommandLine;

/** Starts the command line. */
public final class Main {
    /** Everything that was asked for passed. */
    static final int OK = 0;
    /** Something did not pass. */
    static final int NOT_PASSED = 1;
    /** The command line, or a file, is not as it should be. */
    static final int BAD_INPUT = 2;
    /** The kata itself is at fault. */
    static final int HARNESS_FAULT = 3;

    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commands = new CommandLine(new KataCommand());
        commands.setOut(out).setErr(err);
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setParameterExceptionHandler((problem, given) -> {
            err.println(problem.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
            err.println("kata "
                    + (problem.getCommandLine().getParent() == null
                            ? ""
                            : problem.getCommandLine().getCommandName() + " ")
                    + "--help shows what is possible.");
            return BAD_INPUT;
        });
        commands.setExecutionExceptionHandler((problem, command, parsed) -> {
            boolean debug = ((KataCommand) commands.getCommand()).debug;
            if (problem instanceof UserError) {
                err.println(problem.getMessage());
            } else {
                err.println(
                        "kata broke: " + problem + ". Run it again with --debug and tell the authors what it prints.");
            }
            if (debug) {
                problem.printStackTrace(err);
            }
            return problem instanceof UserError ? BAD_INPUT : HARNESS_FAULT;
        });
        return commands.execute(arguments);
    }
}
