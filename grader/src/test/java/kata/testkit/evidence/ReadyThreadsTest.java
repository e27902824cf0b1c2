package kata.testkit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ReadyThreadsTest {
    private volatile boolean over;

    @Test
    void sees_a_thread_that_is_ready_all_the_time() throws InterruptedException {
        Thread busy = Thread.ofPlatform().daemon().name("busy").start(this::spin);
        try {
            assertThat(ReadyThreads.someAreKeptWaiting()).isTrue();
            // A carrier may be at the end of another test's work for a moment.
            await().atMost(Duration.ofSeconds(20)).until(() -> !ReadyThreads.carriersAreKeptWaiting());
        } finally {
            over = true;
            busy.join();
        }
        // The JVM's own threads may be at work for a moment: nobody is for long.
        await().atMost(Duration.ofSeconds(20)).until(() -> !ReadyThreads.someAreKeptWaiting());
    }

    @Test
    void knows_a_carrier_of_virtual_threads() throws InterruptedException {
        Thread busy = Thread.startVirtualThread(() -> {
            while (!over) {
                Thread.yield();
            }
        });
        try {
            // A thread bears the name of the one that began it until it has had a processor.
            await().atMost(Duration.ofSeconds(20)).until(ReadyThreads::carriersAreKeptWaiting);
        } finally {
            over = true;
            busy.join();
        }
    }

    private void spin() {
        while (!over) {
            Thread.onSpinWait();
        }
    }

    @Test
    void tells_for_how_long_a_thread_waited_for_a_processor() throws Exception {
        long before = sum();
        withMoreBusyThreadsThanProcessors(() ->
                // Half of them wait at any moment, and there is no bound to how long it takes a busy machine to show
                // it.
                await().pollInterval(Duration.ofMillis(10))
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> sum() - before > Duration.ofMillis(300).toNanos()));
    }

    @Test
    void tells_for_how_long_the_calling_thread_waited_itself() throws Exception {
        long before = ReadyThreads.ownQueuedNanos();
        withMoreBusyThreadsThanProcessors(() -> await().pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    long end = System.nanoTime() + Duration.ofMillis(5).toNanos();
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return ReadyThreads.ownQueuedNanos() - before
                            > Duration.ofMillis(20).toNanos();
                }));
    }

    private void withMoreBusyThreadsThanProcessors(Runnable meanwhile) throws InterruptedException {
        int more = 2 * Runtime.getRuntime().availableProcessors();
        List<Thread> busy = IntStream.range(0, more)
                .mapToObj(i -> Thread.ofPlatform().daemon().name("busy").start(this::spin))
                .toList();
        try {
            meanwhile.run();
        } finally {
            over = true;
            for (Thread each : busy) {
                each.join();
            }
        }
    }

    private static long sum() {
        return ReadyThreads.queuedNanos().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void leaves_out_the_wait_of_the_one_who_asks() {
        assertThat(ReadyThreads.queuedNanos())
                .doesNotContainKey(ReadyThreads.self())
                .isNotEmpty();
    }

    @Test
    void passes_over_its_own_watchers() throws InterruptedException {
        Thread watcher =
                Thread.ofPlatform().daemon().name("kata-watch-something").start(this::spin);
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> !ReadyThreads.someAreKeptWaiting());
        } finally {
            over = true;
            watcher.join();
        }
    }
}
