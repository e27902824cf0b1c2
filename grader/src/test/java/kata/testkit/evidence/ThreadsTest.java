package kata.testkit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ThreadsTest {
    private final Threads threads = new Threads("kata.tea");

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(
                type, method, type.replaceFirst("^.*\\.", "").replaceFirst("\\$.*", "") + ".java", line);
    }

    private Optional<Sighting> sighting(StackTraceElement... stack) {
        return threads.sighting("kata-caller", stack);
    }

    @Test
    void a_stack_without_a_line_of_the_answer_shows_nothing() {
        assertThat(sighting()).isEmpty();
        assertThat(sighting(
                        frame("java.lang.Thread", "sleep", 1),
                        frame("kata.tea.test.TeaTest", "boils", 5),
                        frame("kata.teapot.Pot", "pour", 5)))
                .isEmpty();
    }

    @Test
    void given_code_in_a_package_below_is_not_the_answers() {
        assertThat(threads.isAnswers("kata.tea.Tea")).isTrue();
        assertThat(threads.isAnswers("kata.tea.Tea$Cup")).isTrue();
        assertThat(threads.isAnswers("kata.tea.given.Kettle")).isFalse();
        assertThat(threads.isAnswers("kata.teapot.Pot")).isFalse();
        assertThat(threads.isAnswers("kata.tea")).isFalse();
    }

    @Test
    void the_line_that_is_nearest_to_the_top_is_told_with_what_it_called() {
        Sighting seen = sighting(
                        frame("jdk.internal.misc.Unsafe", "park", -2),
                        frame("java.util.concurrent.locks.LockSupport", "park", 2),
                        frame("java.util.concurrent.CompletableFuture$Signaller", "block", 3),
                        frame("java.util.concurrent.CompletableFuture", "waitingGet", 4),
                        frame("java.util.concurrent.CompletableFuture", "join", 5),
                        frame("kata.tea.Tea", "helper", 31),
                        frame("kata.tea.Tea", "serve", 12))
                .orElseThrow();

        assertThat(seen).isEqualTo(new Sighting("Tea.java", 31, "helper", "CompletableFuture.join", "kata-caller"));
        assertThat(seen.toString()).isEqualTo("Tea.java:31   CompletableFuture.join() held the caller in helper()");
    }

    @Test
    void a_method_reference_that_waits_on_the_common_pool_is_told_though_no_line_is_there() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        CompletableFuture<Void> handed = CompletableFuture.runAsync(never::join);
        await().until(() -> threads.waitingByReference().equals(List.of("CompletableFuture.join")));
        assertThat(threads.waiting()).isEmpty();

        never.complete(null);

        handed.join();
        await().until(() -> threads.waitingByReference().isEmpty());
    }

    @Test
    void the_wait_is_named_and_not_the_stream_around_it() {
        Sighting seen = sighting(
                        frame("java.util.concurrent.locks.LockSupport", "park", 2),
                        frame("java.util.concurrent.CompletableFuture", "join", 5),
                        frame("kata.tea.Tea$$Lambda/0x0000", "accept", -1),
                        frame("java.util.stream.ReferencePipeline", "forEach", 9),
                        frame("kata.tea.Tea", "serve", 12))
                .orElseThrow();

        assertThat(seen.call()).isEqualTo("CompletableFuture.join");
        assertThat(seen.line()).isEqualTo(12);
    }

    @Test
    void a_lambda_goes_by_the_name_of_the_method_around_it() {
        assertThat(sighting(frame("java.lang.Thread", "sleep", 1), frame("kata.tea.Tea", "lambda$serve$0", 14))
                        .orElseThrow())
                .isEqualTo(new Sighting("Tea.java", 14, "serve", "Thread.sleep", "kata-caller"));
    }

    @Test
    void a_line_at_the_top_is_running_itself() {
        Sighting seen = sighting(frame("kata.tea.Tea", "serve", 14)).orElseThrow();

        assertThat(seen.call()).isEmpty();
        assertThat(seen.toString()).isEqualTo("Tea.java:14   serve() kept the caller running");
    }

    @Test
    void threads_go_by_what_a_lesson_calls_them() {
        assertThat(List.of("kata-caller", "kata-loop", "ForkJoinPool.commonPool-worker-1", "", "pool-1-thread-2"))
                .extracting(name -> new Sighting("T.java", 1, "m", "", name).holder())
                .containsExactly(
                        "the caller",
                        "the loop",
                        "a worker of the common pool",
                        "a virtual thread",
                        "thread pool-1-thread-2");
    }

    @Test
    void a_live_thread_that_waits_on_a_line_of_the_answer_is_seen_and_one_that_waits_elsewhere_is_not()
            throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Threads here = new Threads("kata.testkit.evidence");
        Thread waiting = Thread.ofPlatform().daemon().name("the-waiter").start(() -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        assertThat(here.waiting())
                .filteredOn(seen -> seen.thread().equals("the-waiter"))
                .singleElement()
                .extracting(Sighting::call)
                .isEqualTo("CountDownLatch.await");
        assertThat(threads.waiting()).isEmpty();
        never.countDown();
        waiting.join();
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            disabledReason = "Only Linux tells a thread that works inside it from one that waits")
    void a_thread_that_writes_files_passes_by(@TempDir Path folder) throws Exception {
        Threads here = new Threads("kata.testkit.evidence");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Thread writing = Thread.ofPlatform().daemon().name("the-writer").start(() -> {
            while (!over.get()) {
                write(folder.resolve("file"));
                written.incrementAndGet();
            }
        });
        try {
            await().until(() -> written.get() > 100);
            for (int look = 0; look < 100; look++) {
                assertThat(here.waiting())
                        .filteredOn(seen -> seen.thread().equals("the-writer"))
                        .isEmpty();
            }
        } finally {
            over.set(true);
            writing.join();
        }
    }

    private static void write(Path file) {
        try {
            Files.write(file, new byte[100_000]);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
