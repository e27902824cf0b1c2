package kata.grader.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.check.Engine;
import kata.grader.result.CheckResult;
import kata.grader.result.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "doctor",
        description = "Find out whether this machine and this clone have what the katas need.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  kata doctor"})
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private KataCommand kata;

    private boolean healthy = true;

    @Override
    public Integer call() {
        finding(
                Runtime.version().feature() >= 21,
                "Java " + Runtime.version() + " at " + System.getProperty("java.home"),
                "install a JDK 21 or newer");
        finding(ToolProvider.getSystemJavaCompiler() != null, "It has a compiler", "install a JDK, not a JRE");
        finding(
                onPath("mvn").isPresent(),
                "Maven: " + onPath("mvn").map(Path::toString).orElse("not on the PATH"),
                "install Maven 3.8 or newer; kata needs it once, to build itself");
        finding(
                Runtime.getRuntime().availableProcessors() >= 2,
                Runtime.getRuntime().availableProcessors() + " processors",
                "verdicts are right on one processor too, but slower");
        double late = timerLateness();
        finding(
                late < 20,
                String.format(java.util.Locale.ROOT, "A pause of 5 ms ends %.1f ms late", late),
                "the machine is very busy; clock checks will be repeated");
        finding(
                writable(),
                "The clone can be written to",
                "change the owner of " + kata.root() + ", or clone elsewhere");
        finding(
                !kata.catalogue().exercises().isEmpty(),
                kata.catalogue().exercises().size() + " exercises",
                "clone again");
        trial();
        kata.catalogue().exercises().stream()
                .filter(exercise -> !exercise.needs().isEmpty())
                .forEach(this::needs);
        kata.out().println();
        kata.out().println(healthy ? "Everything is there." : "Mend what is marked, then run kata doctor again.");
        return healthy ? Main.OK : Main.NOT_PASSED;
    }

    private void finding(boolean good, String what, String remedy) {
        healthy &= good;
        String sign = good
                ? kata.style().green(kata.style().sign("✔", "ok"))
                : kata.style().red(kata.style().sign("✗", "x "));
        kata.out().println("  " + sign + " " + what + (good ? "" : ": " + remedy));
    }

    private static Optional<Path> onPath(String program) {
        String path = System.getenv("PATH");
        return path == null
                ? Optional.empty()
                : Stream.of(path.split(File.pathSeparator))
                        .flatMap(folder -> Stream.of(program, program + ".cmd").map(name -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
    }

    private static double timerLateness() {
        double worst = 0;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            LockSupport.parkNanos(5_000_000);
            worst = Math.max(worst, (System.nanoTime() - start) / 1e6 - 5);
        }
        return worst;
    }

    private boolean writable() {
        try {
            Files.delete(Files.createTempFile(kata.workspace().temporary("doctor-"), "try", ""));
            return true;
        } catch (IOException | UserError no) {
            return false;
        }
    }

    /** The first reference must pass: then compiler, child JVM and tests work together. */
    private void trial() {
        if (kata.catalogue().exercises().isEmpty()) {
            return;
        }
        Exercise first = kata.catalogue().exercises().get(0);
        try {
            CheckResult result = kata.engine(Engine.Options.USUAL)
                    .check(first, kata.catalogue().reference(first));
            finding(
                    result.verdict() == Verdict.PASSED,
                    "The reference of " + first.slug() + ": " + result.verdict().id(),
                    result.happened() + " If you changed given code or tests, put them back with git checkout");
        } catch (UserError problem) {
            finding(false, "The reference of " + first.slug(), problem.getMessage());
        }
    }

    /** A thing that one exercise needs may be missing on a healthy machine; the others can be done without it. */
    private void needs(Exercise exercise) {
        String things = String.join(", ", exercise.needs()) + " for " + exercise.slug();
        CheckResult result = kata.engine(Engine.Options.USUAL)
                .check(exercise, kata.catalogue().reference(exercise));
        if (result.verdict() == Verdict.HARNESS_ERROR) {
            kata.out().println("  " + kata.style().yellow("!") + " " + result.happened());
        } else {
            finding(result.passed(), things, result.happened());
        }
    }
}
