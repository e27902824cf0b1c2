package kata.testkit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SightingTest {
    private static Sighting join(int thread, double units) {
        return new Sighting("Tea.java", 31, "serve", "CompletableFuture.join", "pool-1-thread-" + thread, units);
    }

    @Test
    void each_line_is_told_once_and_a_few_threads_by_name() {
        assertThat(Sighting.lines(List.of(join(1, 0), join(2, 0), join(1, 0))))
                .containsExactly(
                        "Tea.java:31   CompletableFuture.join() held thread pool-1-thread-1 in serve()",
                        "Tea.java:31   CompletableFuture.join() held thread pool-1-thread-2 in serve()");
    }

    @Test
    void many_threads_that_a_call_held_do_not_hide_another_line() {
        List<Sighting> seen = new ArrayList<>(
                IntStream.rangeClosed(1, 20).mapToObj(i -> join(i, i)).toList());
        seen.add(3, new Sighting("Tea.java", 40, "poll", "", "kata-caller"));

        assertThat(Sighting.lines(seen))
                .containsExactly(
                        "Tea.java:31   CompletableFuture.join() held thread pool-1-thread-20 in serve() for 20 units,"
                                + " one of 20 times",
                        "Tea.java:40   poll() kept the caller running");
    }

    @Test
    void the_wait_for_a_lock_is_no_call() {
        Sighting lock = new Sighting("Tea.java", 7, "pour", Calls.LOCK, "kata-caller", 2);

        assertThat(lock).hasToString("Tea.java:7   the wait for a lock held the caller in pour() for 2 units");
    }
}
