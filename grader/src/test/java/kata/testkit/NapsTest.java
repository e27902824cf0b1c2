package kata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.Callable;
import kata.testkit.diagnosis.Causes;
import kata.testkit.diagnosis.KataFailure;
import kata.testkit.evidence.Threads;
import kata.testkit.evidence.Watch;
import kata.testkit.fixture.Napper;
import kata.testkit.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** Time is held until a napper has woken ten times, however long that takes. */
class NapsTest {
    private final Threads threads = new Threads("kata.testkit.fixture");
    private final Napper napper = new Napper();

    private Optional<KataFailure> seenWhile(Callable<Boolean> held) {
        try {
            return Naps.seen(threads, () -> await().until(held), Timeline.EMPTY, Timeline.EMPTY);
        } finally {
            napper.stop();
        }
    }

    private boolean hasNapped() {
        return napper.naps().get() >= 10;
    }

    private static void isNamed(Optional<KataFailure> seen) {
        assertThat(seen).hasValueSatisfying(failure -> {
            assertThat(failure.cause()).isEqualTo(Causes.NAPS);
            assertThat(failure.happened()).contains("woke again and again");
        });
    }

    @Test
    void a_platform_thread_that_naps_is_seen() {
        Thread.ofPlatform().daemon().start(napper::nap);
        await().until(() -> napper.naps().get() > 0);
        napper.naps().set(0);

        isNamed(seenWhile(this::hasNapped));
    }

    @Test
    void a_virtual_thread_that_naps_is_seen() {
        Thread.startVirtualThread(napper::nap);

        isNamed(seenWhile(this::hasNapped));
    }

    @Test
    void who_waits_with_a_limit_does_not_nap() {
        Thread platform = Thread.ofPlatform().daemon().start(napper::rest);
        Thread.startVirtualThread(napper::rest);
        await().until(() -> platform.getState() == Thread.State.TIMED_WAITING);
        Watch watch = new Watch(threads, () -> 0);

        assertThat(seenWhile(() -> watch.until(() -> false, Watch.Patience.SHORT) == Watch.End.STILL))
                .isEmpty();
    }
}
