package kata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import kata.grader.check.BusyProcesses;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Threads;
import kata.testkit.time.ClockLaw;
import kata.testkit.time.RealClock;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Test;

/**
 * Bounds are three units away from what is measured: nothing but a machine that stands still for a tenth of a second
 * at a time could turn one of these verdicts, and then the law itself says nothing.
 */
class ClockLawTest {

    private static Timeline measure(double atLeast, double atMost, Function<RealClock, CompletionStage<?>> body) {
        return new ClockLaw("Your tea", atLeast, atMost, new Threads("kata.tea"), Timeline.EMPTY)
                .measure((clock, method) ->
                        new Call<>(method, task -> Thread.ofPlatform().daemon().start(task), clock.recorder(), () -> {
                            @SuppressWarnings("unchecked")
                            CompletionStage<Object> stage = (CompletionStage<Object>) body.apply(clock);
                            return stage;
                        }));
    }

    private static KataFailure failure(double atLeast, double atMost, Function<RealClock, CompletionStage<?>> body) {
        return catchThrowableOfType(KataFailure.class, () -> measure(atLeast, atMost, body));
    }

    @Test
    void work_within_both_bounds_passes_and_gives_its_timeline() {
        Timeline timeline = measure(1, 50, clock -> clock.pause("A", "brew", 1));

        assertThat(timeline.lanes()).containsExactly("A");
    }

    @Test
    void work_that_is_late_every_time_is_too_slow() {
        KataFailure failure = failure(0.5, 0.5, clock -> clock.pause("A", "brew", 3.5));

        assertThat(failure.cause()).isEqualTo(Causes.TOO_SLOW);
        assertThat(failure.happened())
                .matches("Your tea took 3\\.[5-9] units, but a right answer needs about 0\\.5 units\\.");
        assertThat(failure.yours().lanes()).containsExactly("A");
    }

    @Test
    void work_that_is_late_once_may_try_again() {
        AtomicInteger attempts = new AtomicInteger();

        // The warm-up is the first; the first that counts is the second.
        measure(0.1, 1.9, clock -> clock.pause("A", "brew", attempts.incrementAndGet() == 2 ? 5 : 0.1));

        assertThat(attempts.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void work_that_is_done_before_it_can_be_is_too_fast_at_the_first_attempt_that_counts() {
        AtomicInteger attempts = new AtomicInteger();

        KataFailure failure = failure(100, 200, clock -> {
            attempts.incrementAndGet();
            return CompletableFuture.completedFuture("");
        });

        assertThat(failure.cause()).isEqualTo(Causes.TOO_FAST);
        assertThat(failure.happened()).contains("cannot take less than 100.0 units");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void work_that_fails_is_told_as_what_it_threw() {
        KataFailure failure = failure(1, 2, clock -> CompletableFuture.failedFuture(new IllegalStateException("cold")));

        assertThat(failure.cause()).isEqualTo(Causes.THREW);
        assertThat(failure.happened()).isEqualTo("Your tea ended with IllegalStateException: cold.");
    }

    @Test
    void computing_that_takes_long_because_others_compute_is_not_held_against_an_answer() throws Exception {
        try (BusyProcesses others = new BusyProcesses(8)) {
            measure(0.1, 3, clock -> CompletableFuture.runAsync(() -> compute(100)));
        }
    }

    /** What the others of its threads get of the processors must not count as what this one got. */
    @Test
    void nor_is_computing_beside_other_threads_of_its_own() throws Exception {
        try (BusyProcesses others = new BusyProcesses(8)) {
            measure(0.1, 3, clock -> {
                for (int i = 0; i < 4; i++) {
                    Thread.ofPlatform().daemon().start(() -> compute(150));
                }
                CompletableFuture<Void> done = new CompletableFuture<>();
                Thread.ofPlatform().daemon().start(() -> {
                    compute(100);
                    done.complete(null);
                });
                return done;
            });
        }
    }

    @Test
    void waiting_takes_no_longer_when_others_compute_and_is_held_against_an_answer() throws Exception {
        try (BusyProcesses others = new BusyProcesses(8)) {
            assertThat(failure(0.1, 3, clock -> clock.pause("A", "brew", 9)).cause())
                    .isEqualTo(Causes.TOO_SLOW);
        }
    }

    /** Needs a processor for so long. */
    private static void compute(long millis) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void the_warm_up_is_not_measured() {
        AtomicInteger attempts = new AtomicInteger();

        measure(0.5, 50, clock -> clock.pause("A", "brew", attempts.incrementAndGet() == 1 ? 0 : 1));

        assertThat(attempts).hasValue(2);
    }
}
