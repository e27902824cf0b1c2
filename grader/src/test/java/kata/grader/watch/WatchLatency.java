package kata.grader.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.Catalogue;
import kata.grader.catalogue.Exercise;
import kata.grader.check.Engine;
import kata.grader.check.Workspace;
import kata.grader.result.CheckResult;

/**
 * Measures how long it takes from a save to its verdict, through everything that watch consists of but the terminal.
 * Not a test: what it finds depends on the machine and on what else runs there. It edits answers, so give it a copy
 * of the repository:
 *
 * <pre>
 * java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
 *     -cp "grader/target/test-classes:grader/target/grader.jar:grader/target/lib/*" \
 *     kata.grader.watch.WatchLatency COPY 01 10
 * </pre>
 */
public final class WatchLatency {
    /** As long as a person thinks at least between two saves. */
    private static final long THINKING_MILLIS = 3_000;

    private WatchLatency() {}

    /** @param arguments a copy of the repository, an exercise, how often to save it */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toAbsolutePath();
        Catalogue catalogue = new Catalogue(root);
        Exercise exercise = catalogue.find(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Engine engine = new Engine(new Workspace(root), Engine.Options.USUAL);
        List<Answer> answers = List.of(catalogue.reference(exercise), catalogue.stub(exercise));
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        Checks.Bench bench = new Checks.Bench() {
            @Override
            public CheckResult check(Exercise checked) {
                return engine.check(checked, catalogue.own(checked));
            }

            @Override
            public void keep(Exercise kept, CheckResult result) {
                // No page: the verdict is what is timed.
            }

            @Override
            public void prepare(Exercise prepared) {
                engine.prepareNext(prepared);
            }
        };
        try (Checks checks = new Checks(bench, events::add);
                SaveWatcher watcher = new SaveWatcher(
                        Map.of(exercise.slug(), exercise.answerFolder()),
                        slugs -> events.add(new Event.Saved(slugs)),
                        Throwable::printStackTrace,
                        SaveWatcher.nativeEvents())) {
            for (Answer answer : answers) {
                double[] beyond = new double[rounds];
                for (int i = 0; i < rounds; i++) {
                    checks.prepare(exercise);
                    // A person thinks between two saves; this measures and asserts nothing.
                    Thread.sleep(THINKING_MILLIS);
                    long saved = System.nanoTime();
                    save(answer, exercise, i);
                    while (!(events.take() instanceof Event.Saved)) {
                        // The outcome of a round before.
                    }
                    double noticed = seconds(saved);
                    checks.check(i, exercise);
                    CheckResult result = ((Event.Checked) events.poll(60, TimeUnit.SECONDS)).result();
                    double all = seconds(saved);
                    beyond[i] = all - result.testSeconds();
                    System.out.printf(
                            Locale.ROOT,
                            "%s %-12s save to verdict %.2f s: noticed %.2f, checked %.2f, tests %.2f, beyond them %.2f%n",
                            exercise.slug(),
                            result.verdict(),
                            all,
                            noticed,
                            all - noticed,
                            result.testSeconds(),
                            beyond[i]);
                }
                Arrays.sort(beyond);
                System.out.printf(
                        Locale.ROOT,
                        "%s %s: median beyond the tests %.2f s%n",
                        exercise.slug(),
                        answer.name(),
                        beyond[rounds / 2]);
            }
        } finally {
            engine.dismissNext();
        }
    }

    private static void save(Answer answer, Exercise exercise, int round) throws Exception {
        for (Answer.Source source : answer.sources()) {
            Files.writeString(
                    exercise.answerFolder().resolve(source.name()), source.text() + "\n// Saved " + round + "\n");
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
