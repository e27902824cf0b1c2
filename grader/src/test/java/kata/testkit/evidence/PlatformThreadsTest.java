package kata.testkit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PlatformThreadsTest {
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void only_what_was_started_since_counts_daemon_or_not() throws InterruptedException {
        Thread before = Thread.ofPlatform().daemon().start(this::stay);
        PlatformThreads threads = new PlatformThreads();
        Thread since = Thread.ofPlatform().daemon().start(this::stay);

        assertThat(threads.started()).contains(since).doesNotContain(before);
        over.countDown();
        since.join();
        assertThat(threads.started()).doesNotContain(since);
    }

    @Test
    void virtual_threads_and_the_tests_own_do_not_count() {
        PlatformThreads threads = new PlatformThreads();
        Thread virtual = Thread.startVirtualThread(this::stay);
        Thread ours = Thread.ofPlatform().daemon().name("kata-caller").start(this::stay);

        assertThat(threads.started()).doesNotContain(virtual, ours);
        over.countDown();
    }

    private void stay() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
