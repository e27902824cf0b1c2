package kata.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kata.testkit.timeline.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandClockTest {
    private final HandClock clock = new HandClock();
    private final List<String> ended = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        clock.close();
    }

    private CompletableFuture<Void> pause(String lane, double units) {
        CompletableFuture<Void> given = clock.pause(lane, "pause", units);
        given.thenRun(() -> ended.add(lane));
        return given;
    }

    private boolean advance() {
        boolean moved = clock.advance();
        await().until(() -> !clock.completing());
        return moved;
    }

    @Test
    void time_stands_still_until_it_is_moved_and_then_jumps_to_the_next_end() {
        pause("A", 3);
        pause("B", 2);
        assertThat(clock.now()).isZero();
        assertThat(ended).isEmpty();

        advance();
        assertThat(clock.now()).isEqualTo(2);
        assertThat(ended).containsExactly("B");

        advance();
        assertThat(clock.now()).isEqualTo(3);
        assertThat(ended).containsExactly("B", "A");
    }

    @Test
    void what_ends_at_the_same_instant_ends_in_the_order_in_which_it_began() {
        pause("C", 1);
        pause("A", 1);
        pause("B", 1);

        advance();

        assertThat(ended).containsExactly("C", "A", "B");
    }

    @Test
    void or_when_asked_for_in_the_reverse_of_it() {
        clock.lastBegunEndsFirst();
        pause("C", 1);
        pause("A", 1);
        pause("B", 0.5);

        advance();
        advance();

        assertThat(ended).containsExactly("B", "A", "C");
    }

    @Test
    void the_pending_lanes_are_told_in_the_order_in_which_they_will_end() {
        pause("A", 3);
        pause("B", 1);
        pause("C", 2);

        assertThat(clock.pending()).isEqualTo(3);
        assertThat(clock.pendingLanes()).containsExactly("B", "C", "A");
    }

    @Test
    void without_a_delay_there_is_nothing_to_move_to() {
        assertThat(advance()).isFalse();
        assertThat(clock.now()).isZero();
    }

    @Test
    void a_pause_that_begins_when_another_ends_begins_at_that_instant() {
        clock.pause("A", "pause", 1).thenCompose(done -> pause("B", 1));

        advance();
        advance();

        Span second = clock.recorder().timeline().spansOf("B").get(0);
        assertThat(second.from()).isEqualTo(1);
        assertThat(second.to()).isEqualTo(2);
        assertThat(clock.recorder().timeline().peak()).isEqualTo(1);
    }

    @Test
    void callbacks_run_on_the_clocks_own_thread_and_it_is_completing_until_they_have_ended() {
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<String> thread = clock.pause("A", "pause", 1).thenApply(done -> {
            awaitQuietly(hold);
            return Thread.currentThread().getName();
        });

        assertThat(clock.advance()).isTrue();
        assertThat(clock.completing()).isTrue();
        hold.countDown();

        assertThat(thread.join()).isEqualTo("kata-clock");
        await().until(() -> !clock.completing());
    }

    @Test
    void a_delay_that_is_cancelled_is_not_pending_any_more_and_was_not_completed_by_the_answer() {
        pause("A", 1).cancel(true);

        assertThat(clock.pending()).isZero();
        assertThat(clock.completedByAnswer()).isEmpty();
        assertThat(clock.recorder().timeline().spansOf("A").get(0).open()).isFalse();
        assertThat(advance()).isFalse();
    }

    @Test
    void a_delay_that_the_answer_completes_itself_is_noted_and_moves_no_time() {
        CompletableFuture<Void> a = pause("A", 1);
        CompletableFuture<Void> b = pause("B", 1);

        a.complete(null);
        b.completeExceptionally(new IllegalStateException());

        assertThat(clock.completedByAnswer()).containsExactly("A", "B");
        assertThat(clock.pending()).isZero();
        assertThat(clock.now()).isZero();
    }

    @Test
    void a_delay_that_ended_by_itself_was_not_completed_by_the_answer() {
        CompletableFuture<Void> a = pause("A", 1);
        advance();

        assertThat(a.complete(null)).isFalse();
        assertThat(clock.completedByAnswer()).isEmpty();
    }

    @Test
    void the_value_of_a_delay_is_made_when_it_ends_and_what_the_work_throws_is_its_failure() {
        CompletableFuture<String> value = clock.after("A", "work", 1, () -> "at " + clock.now());
        CompletableFuture<String> failure = clock.after("B", "work", 1, () -> {
            throw new IllegalStateException("burnt");
        });

        advance();

        assertThat(value.join()).isEqualTo("at 1.0");
        assertThatThrownBy(failure::join).hasRootCauseMessage("burnt");
    }

    @Test
    void block_holds_its_thread_until_time_is_moved() throws InterruptedException {
        Thread held = Thread.ofPlatform().daemon().start(() -> {
            try {
                clock.block("A", "read", 1);
                ended.add("A");
            } catch (InterruptedException stopped) {
                ended.add("interrupted");
            }
        });
        await().until(() -> clock.pending() == 1);
        assertThat(held.isAlive()).isTrue();
        assertThat(ended).isEmpty();

        advance();
        held.join();

        assertThat(ended).containsExactly("A");
        Span span = clock.recorder().timeline().spansOf("A").get(0);
        assertThat(span.kind()).isEqualTo(Span.Kind.BLOCKED);
        assertThat(span.to()).isEqualTo(1);
    }

    @Test
    void a_blocked_thread_that_is_interrupted_leaves_and_is_not_pending_any_more() throws InterruptedException {
        Thread held = Thread.ofPlatform().daemon().start(() -> {
            try {
                clock.block("A", "read", 1);
            } catch (InterruptedException stopped) {
                ended.add("interrupted");
            }
        });
        await().until(() -> clock.pending() == 1);

        held.interrupt();
        held.join();

        assertThat(ended).containsExactly("interrupted");
        assertThat(clock.pending()).isZero();
        assertThat(clock.recorder().timeline().spansOf("A").get(0).open()).isFalse();
    }

    @Test
    void who_is_let_go_waits_no_longer_and_neither_does_who_comes_later() throws Exception {
        CompletableFuture<String> before = clock.after("A", "pause", 3, () -> "A is over");
        clock.letGo();
        CompletableFuture<String> later = clock.after("B", "pause", 5, () -> "B is over");
        clock.hold(7);

        assertThat(before.get(10, TimeUnit.SECONDS)).isEqualTo("A is over");
        assertThat(later.get(10, TimeUnit.SECONDS)).isEqualTo("B is over");
        assertThat(clock.pending()).isZero();
        assertThat(clock.now()).isZero();
    }

    @Test
    void beats_are_told_at_their_own_time_before_a_delay_that_ends_later_or_then() {
        List<String> beats = new ArrayList<>();
        clock.every(0.5, due -> beats.add(due + " at " + clock.now()));
        pause("A", 1);
        pause("B", 1.25);

        advance();
        assertThat(beats).containsExactly("0.5 at 0.5", "1.0 at 1.0");
        advance();
        assertThat(beats).hasSize(2);
        assertThat(clock.now()).isEqualTo(1.25);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
