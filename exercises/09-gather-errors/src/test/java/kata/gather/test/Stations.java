package kata.gather.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import kata.gather.given.Job;
import kata.gather.given.JobFailed;
import kata.gather.test.Plan.Item;
import kata.testkit.time.KataClock;

/** The given jobs, on a clock of the testkit: how each one ends is written down. */
record Stations(KataClock clock, Plan plan) {
    static final String CANCELLED = "is cancelled";
    static final String STARTED_AGAIN = "is started again";

    /** Some libraries wrap once, some twice, and not all in the same order. */
    private static final List<UnaryOperator<Throwable>> WRAPPINGS = List.of(
            CompletionException::new,
            problem -> new CompletionException(new ExecutionException(problem)),
            problem -> new ExecutionException(new CompletionException(problem)));

    /** A new list of jobs, none of them begun. */
    List<Job<Integer>> jobs() {
        List<Job<Integer>> jobs = new ArrayList<>();
        int failures = 0;
        for (Item item : plan.items()) {
            jobs.add(new Asked(clock, item, WRAPPINGS.get(failures % WRAPPINGS.size()), new AtomicBoolean()));
            failures += item.fails() ? 1 : 0;
        }
        return jobs;
    }

    private record Asked(KataClock clock, Item item, UnaryOperator<Throwable> wrapping, AtomicBoolean started)
            implements Job<Integer> {
        @Override
        public String name() {
            return item.name();
        }

        @Override
        public CompletableFuture<Integer> start() {
            if (started.getAndSet(true)) {
                clock.recorder().mark(item.name(), STARTED_AGAIN);
            }
            if (item.units() == 0) {
                return over();
            }
            CompletableFuture<Integer> work = clock.after(item.name(), "answering", item.units(), this::end);
            CompletableFuture<Integer> given = new CompletableFuture<>();
            given.whenComplete((value, problem) -> {
                if (given.isCancelled() && work.cancel(false)) {
                    clock.recorder().mark(item.name(), CANCELLED);
                }
            });
            work.whenComplete((value, problem) -> {
                if (problem == null) {
                    given.complete(value);
                } else {
                    given.completeExceptionally(wrapping.apply(problem));
                }
            });
            return given;
        }

        private CompletableFuture<Integer> over() {
            try {
                return CompletableFuture.completedFuture(end());
            } catch (JobFailed problem) {
                return CompletableFuture.failedFuture(wrapping.apply(problem));
            }
        }

        private Integer end() {
            if (item.fails()) {
                clock.recorder().mark(item.name(), "does not answer");
                throw item.failure();
            }
            clock.recorder().mark(item.name(), item.value() + " degrees");
            return item.value();
        }
    }
}
