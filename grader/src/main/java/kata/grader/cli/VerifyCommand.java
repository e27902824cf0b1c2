package kata.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.Housekeeping;
import kata.grader.catalogue.UserError;
import kata.grader.check.BusyProcesses;
import kata.grader.check.Engine;
import kata.grader.check.Verification;
import kata.grader.report.Style;
import kata.grader.report.TextReport;
import kata.grader.result.CheckResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "verify",
        description = {
            "Prove that the tests judge rightly: check every known answer.",
            "",
            "Every stub must be not started, every reference and alternative must pass, and every wrong answer must fail",
            "for the cause that it declares."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  kata verify", "  kata verify 01 --repeat 200 --load 8 --only reference"})
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    @Parameters(paramLabel = "SLUG", arity = "0..*", description = "Number or name of an exercise; all if not given.")
    private List<String> slugs = List.of();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Check each answer N times; ${DEFAULT-VALUE} if not given.")
    private int repeat = 1;

    @Option(names = "--load", paramLabel = "M", description = "Keep M other processes busy meanwhile.")
    private int load;

    @Option(
            names = "--jobs",
            paramLabel = "J",
            description =
                    "Check J answers at the same time; five for each core if not given, for most of the time their tests wait.")
    private int jobs = 5 * Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--only",
            paramLabel = "KIND",
            description = "stub, reference, alternative or wrong; all if not given.")
    private List<Answer.Kind> only = List.of();

    @Option(names = "--answer", paramLabel = "NAME", description = "Only answers whose name contains this.")
    private String name = "";

    @Option(names = "--as-shipped", description = "The exercises' own stubs must be as shipped, too.")
    private boolean asShipped;

    @Option(
            names = "--feedback",
            paramLabel = "FOLDER",
            description = "Write what a learner would read of each answer to a file there.")
    private Path feedback;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (repeat < 1 || jobs < 1 || load < 0) {
            throw new UserError("--repeat and --jobs must be at least 1, and --load at least 0.");
        }
        if (feedback == null) {
            // The evidence of a second run changes no verdict, and nobody reads it here.
            System.setProperty("kata.evidence", "never");
        }
        List<Exercise> exercises = slugs.isEmpty()
                ? kata.catalogue().exercises()
                : slugs.stream().map(kata.catalogue()::find).toList();
        Engine engine = kata.engine(Engine.Options.USUAL);
        List<String> faults = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<Verification.Case> cases = new ArrayList<>();
        for (Exercise exercise : exercises) {
            faults.addAll(Housekeeping.faults(kata.catalogue(), exercise));
            if (asShipped) {
                faults.addAll(Housekeeping.notAsShipped(kata.catalogue(), exercise));
            }
            Optional<String> why = engine.missing(exercise);
            if (why.isPresent()) {
                missing.add(why.get());
                continue;
            }
            kata.catalogue().answers(exercise).stream()
                    .filter(answer -> only.isEmpty() || only.contains(answer.kind()))
                    .filter(answer -> answer.name().contains(name))
                    .forEach(answer -> cases.add(new Verification.Case(exercise, answer)));
        }
        List<Verification.Row> rows;
        long start = System.nanoTime();
        try (BusyProcesses busy = new BusyProcesses(load)) {
            rows = new Verification(engine, jobs).run(cases, repeat, progress(cases.size() * repeat));
        }
        print(rows, faults, missing, (System.nanoTime() - start) / 1e9);
        return faults.isEmpty() && rows.stream().allMatch(Verification.Row::ok) ? Main.OK : Main.NOT_PASSED;
    }

    private BiConsumer<Verification.Case, CheckResult> progress(int total) {
        AtomicInteger done = new AtomicInteger();
        return (of, result) -> {
            int count = done.incrementAndGet();
            if (!of.fits(result)) {
                // At once: a long run may be stopped before its table is printed.
                kata.out()
                        .println(clear() + result.exercise() + " " + result.answer() + ": expected " + of.expected()
                                + ", was " + Verification.outcome(result) + ". " + result.happened());
            }
            if (feedback != null) {
                write(result);
            }
            if (KataCommand.onTerminal()) {
                kata.out().print("\r" + count + " of " + total + " checked");
            } else if (count % 50 == 0) {
                kata.out().println(count + " of " + total + " checked");
            }
            kata.out().flush();
        };
    }

    /** Wipes the line of progress away. */
    private static String clear() {
        return KataCommand.onTerminal() ? "\r" + " ".repeat(30) + "\r" : "";
    }

    private void write(CheckResult result) {
        String file = result.exercise() + "--" + result.answer().replace('/', '-') + ".txt";
        try (PrintWriter to = new PrintWriter(
                Files.newBufferedWriter(Files.createDirectories(feedback).resolve(file)))) {
            new TextReport(to, new Style(false, false, 100)).print(result, false);
        } catch (IOException problem) {
            throw new UserError("Cannot write to " + feedback + ": " + problem.getMessage() + ".", problem);
        }
    }

    private void print(List<Verification.Row> rows, List<String> faults, List<String> missing, double seconds) {
        Style style = kata.style();
        kata.out().print(clear());
        String exercise = "";
        for (Verification.Row row : rows) {
            if (!row.of().exercise().slug().equals(exercise)) {
                exercise = row.of().exercise().slug();
                kata.out().println(style.bold(exercise));
            }
            String outcomes = row.outcomes().entrySet().stream()
                    .map(entry -> (repeat > 1 ? entry.getValue() + " x " : "") + entry.getKey())
                    .collect(Collectors.joining(", "));
            kata.out()
                    .printf(
                            Locale.ROOT,
                            "  %s %-42s %-42s %5.1f s%n",
                            row.ok() ? style.green(style.sign("✔", "ok")) : style.red(style.sign("✗", "x ")),
                            row.of().answer().name(),
                            outcomes,
                            row.seconds());
            if (!row.ok()) {
                kata.out().println("      expected " + row.of().expected());
            }
            if (row.unexpected() != null) {
                new TextReport(kata.out(), style).print(row.unexpected(), true);
            }
        }
        faults.forEach(fault -> kata.out().println(style.red(style.sign("✗ ", "x ")) + fault));
        missing.forEach(why -> kata.out().println(style.yellow("! ") + why));
        long bad = rows.stream().filter(row -> !row.ok()).count();
        kata.out().println();
        kata.out()
                .printf(
                        Locale.ROOT,
                        "%d answers, %d checks, %d unexpected, %d faults in the exercises%s; %.0f s%n",
                        rows.size(),
                        rows.size() * repeat,
                        bad,
                        faults.size(),
                        missing.isEmpty()
                                ? ""
                                : ", " + missing.size() + (missing.size() == 1 ? " exercise" : " exercises")
                                        + " not checked",
                        seconds);
    }
}
