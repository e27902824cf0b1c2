package kata.testkit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kata.testkit.diagnosis.Blame;
import kata.testkit.diagnosis.Causes;
import org.junit.jupiter.api.Test;

class BlameTest {
    private static final Sighting JOIN = new Sighting("A.java", 3, "all", "CompletableFuture.join", "kata-caller");
    private static final Sighting SLEEP = new Sighting("A.java", 7, "rest", "Thread.sleep", "kata-loop");

    @Test
    void a_line_with_its_duration_needs_no_recording() {
        assertThat(Blame.wantsMore(Causes.RAN_ONE_AFTER_ANOTHER, List.of(JOIN.withUnits(3))))
                .isFalse();
        assertThat(Blame.wantsMore(Causes.RAN_ONE_AFTER_ANOTHER, List.of(JOIN))).isTrue();
        assertThat(Blame.wantsMore(Causes.TOO_SLOW, List.of())).isTrue();
    }

    @Test
    void a_recording_says_nothing_of_a_wrong_result() {
        assertThat(Blame.wantsMore(Causes.WRONG_RESULT, List.of())).isFalse();
        assertThat(Blame.with(Causes.WRONG_RESULT, List.of(), List.of(JOIN.withUnits(3))))
                .isEmpty();
    }

    @Test
    void a_known_line_gets_its_duration_and_keeps_its_name() {
        Sighting recorded = new Sighting("A.java", 3, "all", "reading a file", "kata-caller", 3);

        assertThat(Blame.with(Causes.TOO_SLOW, List.of(JOIN), List.of(recorded)))
                .containsExactly(JOIN.withUnits(3));
    }

    @Test
    void who_waited_for_a_lock_is_told_beside_the_call_that_held_its_owner() {
        Sighting lock = new Sighting("A.java", 3, "all", Calls.LOCK, "kata-caller", 5);

        assertThat(Blame.with(Causes.TOO_SLOW, List.of(JOIN), List.of(lock, JOIN.withUnits(6))))
                .containsExactly(JOIN.withUnits(6), lock);
    }

    @Test
    void a_line_that_was_only_read_is_replaced_by_the_one_that_was_seen() {
        Sighting read = new Sighting("A.java", 7, "rest", "Thread.sleep", Sighting.IN_THE_CODE);

        assertThat(Blame.with(Causes.BLOCKING_CALL, List.of(read), List.of(SLEEP.withUnits(10))))
                .containsExactly(SLEEP.withUnits(10));
    }

    @Test
    void only_the_thread_that_the_mistake_is_about_is_told() {
        List<Sighting> recorded = List.of(JOIN.withUnits(3), SLEEP.withUnits(1));

        assertThat(Blame.with(Causes.BLOCKED_THE_LOOP, List.of(), recorded)).containsExactly(SLEEP.withUnits(1));
    }

    @Test
    void a_moment_explains_nothing() {
        assertThat(Blame.with(Causes.TOO_SLOW, List.of(), List.of(JOIN.withUnits(0.2))))
                .isEmpty();
    }

    @Test
    void the_sentence_tells_how_long() {
        assertThat(JOIN.withUnits(3))
                .hasToString("A.java:3   CompletableFuture.join() held the caller in all() for 3 units");
        assertThat(SLEEP.withUnits(1)).hasToString("A.java:7   Thread.sleep() held the loop in rest() for 1 unit");
        assertThat(JOIN).hasToString("A.java:3   CompletableFuture.join() held the caller in all()");
    }
}
