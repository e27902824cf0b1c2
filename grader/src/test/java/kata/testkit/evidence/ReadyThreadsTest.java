package kata.testkit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ReadyThreadsTest {
    private volatile boolean over;

    @Test
    void sees_a_thread_that_is_ready_all_the_time() throws InterruptedException {
        Thread busy = Thread.ofPlatform().daemon().name("busy").start(() -> {
            while (!over) {
                Thread.onSpinWait();
            }
        });
        try {
            assertThat(ReadyThreads.someAreKeptWaiting()).isTrue();
        } finally {
            over = true;
            busy.join();
        }
        // The JVM's own threads may be at work for a moment: nobody is for long.
        await().atMost(Duration.ofSeconds(20)).until(() -> !ReadyThreads.someAreKeptWaiting());
    }

    @Test
    void tells_for_how_long_this_process_has_computed() {
        long before = ReadyThreads.processorNanos();

        await().pollInSameThread().pollInterval(Duration.ofMillis(1)).atMost(Duration.ofSeconds(20)).until(() -> {
            compute();
            return ReadyThreads.processorNanos() >= before + Duration.ofMillis(100).toNanos();
        });
    }

    private static void compute() {
        long end = System.nanoTime() + Duration.ofMillis(20).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void passes_over_its_own_watchers() throws InterruptedException {
        Thread watcher = Thread.ofPlatform().daemon().name("kata-watch-something").start(() -> {
            while (!over) {
                Thread.onSpinWait();
            }
        });
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> !ReadyThreads.someAreKeptWaiting());
        } finally {
            over = true;
            watcher.join();
        }
    }
}
