package kata.grader.watch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.result.CheckResult;

/** Checks one answer at a time, away from the keys; a newer check cancels the one that goes on. */
final class Checks implements AutoCloseable {
    private final Bench bench;
    private final Consumer<Event> events;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("watch-check").factory());
    private Future<?> checking;
    private Future<?> preparing;

    /** Where the work is done. */
    interface Bench {
        /** Checks the learner's own answer and stores the result; ends early if it is interrupted. */
        CheckResult check(Exercise exercise);

        /** Does with a result what nobody should wait for. */
        void keep(Exercise exercise, CheckResult result);

        /** Gets ready to check an exercise. */
        void prepare(Exercise exercise);
    }

    /** @param events takes what becomes of each check, from another thread */
    Checks(Bench bench, Consumer<Event> events) {
        this.bench = bench;
        this.events = events;
    }

    void check(long ticket, Exercise exercise) {
        cancel();
        checking = worker.submit(() -> {
            try {
                CheckResult result = bench.check(exercise);
                events.accept(new Event.Checked(ticket, result));
                bench.keep(exercise, result);
            } catch (UserError problem) {
                events.accept(new Event.Broke(ticket, problem.getMessage()));
            } catch (RuntimeException problem) {
                // Whoever cancelled a check has a newer ticket, and takes no notice of this.
                events.accept(new Event.Broke(ticket, "kata broke: " + problem));
            }
        });
    }

    void cancel() {
        if (checking != null) {
            checking.cancel(true);
        }
    }

    /** Prepares when nothing else is to be done. What was asked for before and has not begun is not wanted any more. */
    void prepare(Exercise exercise) {
        if (preparing != null) {
            preparing.cancel(false);
        }
        preparing = worker.submit(() -> {
            try {
                bench.prepare(exercise);
            } catch (UserError problem) {
                // The check will meet it again, and tell.
            }
        });
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
