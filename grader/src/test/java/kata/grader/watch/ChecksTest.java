package kata.grader.watch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import kata.grader.Samples;
import kata.grader.catalogue.Exercise;
import kata.grader.catalogue.UserError;
import kata.grader.diagnosis.Judge;
import kata.grader.result.CheckResult;
import kata.grader.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The interleaving is forced: a check goes on until it is interrupted, or until the test lets it end. */
@Timeout(30)
class ChecksTest {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private boolean endless = true;
    private CheckResult result;

    private final Checks.Bench bench = new Checks.Bench() {
        @Override
        public CheckResult check(Exercise exercise) {
            begun.countDown();
            if (endless) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException cancelled) {
                    endless = false;
                    done.add("interrupted");
                    throw new CancellationException();
                }
            }
            if (result == null) {
                throw new UserError("ended");
            }
            return result;
        }

        @Override
        public void keep(Exercise exercise, CheckResult kept) {
            done.add("kept; told before: " + events.contains(new Event.Checked(1, kept)));
        }

        @Override
        public void prepare(Exercise exercise) {
            done.add("prepared " + exercise.number());
        }
    };

    @Test
    void a_newer_check_interrupts_the_one_that_goes_on() throws InterruptedException {
        try (Checks checks = new Checks(bench, events::add)) {
            checks.check(1, Samples.exercise());
            begun.await();
            checks.check(2, Samples.exercise());

            assertThat(done.poll(10, SECONDS)).isEqualTo("interrupted");
            assertThat(((Event.Broke) events.poll(10, SECONDS)).ticket()).isEqualTo(1);
            assertThat(events.poll(10, SECONDS)).isEqualTo(new Event.Broke(2, "ended"));
        }
    }

    @Test
    void a_result_is_told_before_it_is_kept() throws InterruptedException {
        endless = false;
        result = new Judge(Samples.exercise(), "yours", "")
                .withoutRun(Verdict.DID_NOT_COMPILE, "did not compile", "", 0);
        try (Checks checks = new Checks(bench, events::add)) {
            checks.check(1, Samples.exercise());

            assertThat(done.poll(10, SECONDS)).isEqualTo("kept; told before: true");
        }
    }

    @Test
    void a_cancel_interrupts_and_the_interrupt_does_not_reach_what_comes_after() throws InterruptedException {
        try (Checks checks = new Checks(bench, events::add)) {
            checks.check(1, Samples.exercise());
            begun.await();
            checks.prepare(Samples.exercise());
            checks.cancel();

            assertThat(done.poll(10, SECONDS)).isEqualTo("interrupted");
            assertThat(done.poll(10, SECONDS)).isEqualTo("prepared 03");
        }
    }
}
