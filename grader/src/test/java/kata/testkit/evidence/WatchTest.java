package kata.testkit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import kata.testkit.Busy;
import kata.testkit.evidence.Watch.End;
import kata.testkit.evidence.Watch.Patience;
import org.junit.jupiter.api.Test;

/** No test here waits for a time: what others do is tied to how often the watch has looked. */
class WatchTest {
    private static final LongSupplier NOTHING_RECORDED = () -> 0;
    private final Threads threads = new Threads("kata.testkit.evidence");

    private Watch watch(LongSupplier events) {
        return new Watch(threads, events);
    }

    @Test
    void what_holds_already_is_met_at_once() {
        assertThat(watch(NOTHING_RECORDED).until(() -> true, Patience.LONG)).isEqualTo(End.MET);
    }

    @Test
    void what_comes_true_at_a_later_look_is_met() {
        AtomicInteger looks = new AtomicInteger();

        assertThat(watch(NOTHING_RECORDED).until(() -> looks.incrementAndGet() > 20, Patience.LONG))
                .isEqualTo(End.MET);
    }

    @Test
    void what_nobody_works_at_is_still() {
        for (Patience patience : Patience.values()) {
            Watch watch = watch(NOTHING_RECORDED);

            assertThat(watch.until(() -> false, patience)).isEqualTo(End.STILL);
            assertThat(watch.spinner()).isEmpty();
        }
    }

    @Test
    void a_thread_that_only_waits_does_not_count_as_movement() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Thread waiting = Thread.ofPlatform().daemon().start(() -> awaitQuietly(never));

        assertThat(watch(NOTHING_RECORDED).until(() -> false, Patience.SHORT)).isEqualTo(End.STILL);

        never.countDown();
        waiting.join();
    }

    @Test
    void nothing_is_still_while_something_is_being_recorded() {
        AtomicLong looks = new AtomicLong();
        LongSupplier recordedForAHundredLooks = () -> Math.min(looks.incrementAndGet(), 100);

        assertThat(watch(recordedForAHundredLooks).until(() -> false, Patience.SHORT))
                .isEqualTo(End.STILL);
        assertThat(looks.get())
                .as("looks, of which the last few saw nothing new")
                .isGreaterThan(100);
    }

    @Test
    void a_chain_of_threads_that_wake_one_another_is_waited_for() {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch before = first;
        for (int i = 0; i < 200; i++) {
            CountDownLatch mine = before;
            CountDownLatch next = new CountDownLatch(1);
            Thread.ofPlatform().daemon().start(() -> {
                awaitQuietly(mine);
                next.countDown();
            });
            before = next;
        }
        CountDownLatch last = before;
        Thread.ofVirtual().start(() -> {
            awaitQuietly(last);
            done.set(true);
        });
        first.countDown();

        assertThat(watch(NOTHING_RECORDED).until(done::get, Patience.SHORT)).isEqualTo(End.MET);
    }

    @Test
    void a_thread_that_computes_is_waited_for_and_not_accused() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        // None of its frames is the answer's: the class lies in another package.
        Thread working = Thread.ofPlatform().daemon().start(new Busy(looks, 400, done));
        Watch watch = watch(NOTHING_RECORDED);

        End end = watch.until(
                () -> {
                    looks.incrementAndGet();
                    return done.get();
                },
                Patience.SHORT);

        assertThat(end).isEqualTo(End.MET);
        assertThat(watch.spinner()).isEmpty();
        working.join();
    }

    @Test
    void a_line_of_the_answer_that_keeps_a_processor_busy_is_found_and_named() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread spinning =
                Thread.ofPlatform().daemon().name("kata-caller").start(() -> Spinner.askAgainAndAgain(over::get));
        Watch watch = watch(NOTHING_RECORDED);

        assertThat(watch.until(() -> false, Patience.LONG)).isEqualTo(End.SPINNING);

        over.set(true);
        spinning.join();
        // The condition that it asks lies in the test's own class, which counts as the answer's here, too.
        assertThat(watch.spinner().orElseThrow().thread()).isEqualTo("kata-caller");
        assertThat(watch.spinner().orElseThrow().method()).isEqualTo("askAgainAndAgain");
        assertThat(watch.spinner().orElseThrow().place()).matches("Spinner\\.java:1[01]");
    }

    @Test
    void an_answer_that_spins_but_gets_there_is_met() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        Thread spinning = Thread.ofPlatform().daemon().start(() -> {
            Spinner.askAgainAndAgain(() -> looks.get() > 3);
            done.set(true);
        });

        End end = watch(NOTHING_RECORDED)
                .until(
                        () -> {
                            looks.incrementAndGet();
                            return done.get();
                        },
                        Patience.LONG);

        assertThat(end).isEqualTo(End.MET);
        spinning.join();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
