package kata.grader.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import kata.grader.catalogue.Answer;
import kata.grader.catalogue.Exercise;
import kata.grader.result.CheckResult;
import kata.grader.result.Verdict;

/**
 * The author's gate: every known answer gets the verdict that it must get. The stub is not started, the reference
 * and the alternatives pass, each wrong answer fails for the cause that it declares.
 */
public final class Verification {
    private final Engine engine;
    private final int workers;

    /** @param workers how many answers are checked at the same time */
    public Verification(Engine engine, int workers) {
        this.engine = engine;
        this.workers = workers;
    }

    /** An answer and what is expected of it. */
    public record Case(Exercise exercise, Answer answer) {
        /** As in {@code failed ran-one-after-another}. */
        public String expected() {
            return switch (answer.kind()) {
                case STUB -> "not_started";
                case REFERENCE, ALTERNATIVE, OWN -> "passed";
                case WRONG -> "failed " + answer.declaredCause().orElse("(no \"// Diagnosis:\" line)");
            };
        }

        /** Whether a check came out as it must. */
        public boolean fits(CheckResult result) {
            return outcome(result).equals(expected());
        }
    }

    /**
     * What repeated checks of one answer said.
     *
     * @param outcomes how often each outcome came, as in {@code failed ran-one-after-another}
     * @param unexpected a check that came out otherwise; null if none did
     * @param seconds wall time of a check, on average
     */
    public record Row(Case of, Map<String, Integer> outcomes, CheckResult unexpected, double seconds) {
        public boolean ok() {
            return unexpected == null;
        }
    }

    /** The outcome of a check in two words. */
    public static String outcome(CheckResult result) {
        return result.verdict() == Verdict.FAILED
                ? "failed " + result.causeId()
                : result.verdict().id();
    }

    /**
     * Checks each case so many times.
     *
     * @param progress told after each check; called on several threads, one at a time
     */
    public List<Row> run(List<Case> cases, int repeat, BiConsumer<Case, CheckResult> progress)
            throws InterruptedException {
        Map<Case, List<Future<Check>>> futures = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            // Round by round, so that a slow minute of the machine does not hit one answer alone.
            for (int i = 0; i < repeat; i++) {
                for (Case each : cases) {
                    futures.computeIfAbsent(each, ignored -> new ArrayList<>()).add(pool.submit(() -> {
                        CheckResult result = engine.check(each.exercise(), each.answer());
                        synchronized (progress) {
                            progress.accept(each, result);
                        }
                        return new Check(outcome(result), result.seconds(), each.fits(result) ? null : result);
                    }));
                }
            }
            for (var entry : futures.entrySet()) {
                rows.add(row(entry.getKey(), entry.getValue()));
            }
        }
        return rows;
    }

    /** What is kept of a check: its pictures are large, and there may be thousands of them. */
    private record Check(String outcome, double seconds, CheckResult unexpected) {}

    private static Row row(Case of, List<Future<Check>> futures) throws InterruptedException {
        Map<String, Integer> outcomes = new TreeMap<>();
        CheckResult unexpected = null;
        double seconds = 0;
        for (Future<Check> future : futures) {
            Check check = resultOf(future);
            outcomes.merge(check.outcome, 1, Integer::sum);
            seconds += check.seconds / futures.size();
            if (unexpected == null) {
                unexpected = check.unexpected;
            }
        }
        return new Row(of, outcomes, unexpected, seconds);
    }

    /** Waits for a check that goes on elsewhere; what it threw is thrown here. */
    public static <T> T resultOf(Future<T> check) throws InterruptedException {
        try {
            return check.get();
        } catch (ExecutionException problem) {
            throw problem.getCause() instanceof RuntimeException broken
                    ? broken
                    : new IllegalStateException(problem.getCause());
        }
    }
}
