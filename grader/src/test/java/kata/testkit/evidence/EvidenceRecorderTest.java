package kata.testkit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import kata.blocking.Blockers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of blocking call on every kind of thread: the evidence names the line, the thread and the time. It runs
 * on the JDK of the build; what older JDKs lack is switched off in one test.
 */
class EvidenceRecorderTest {
    private static final Path SOURCE = Path.of("src/test/java/kata/blocking/Blockers.java");
    private final Threads threads = new Threads("kata.blocking");

    /** The threads of the lessons. */
    enum On {
        LOOP("the loop"),
        COMMON_POOL("a worker of the common pool"),
        CALLER("the caller"),
        VIRTUAL("a virtual thread");

        private final String holder;

        On(String holder) {
            this.holder = holder;
        }

        /** Runs this on a thread of the kind and waits for its end. */
        private void run(Outside.Blocks body) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            start(() -> {
                try {
                    body.run();
                    over.complete(null);
                } catch (Throwable problem) {
                    over.completeExceptionally(problem);
                }
            });
            over.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
        }

        private void start(Runnable task) {
            switch (this) {
                case LOOP -> Thread.ofPlatform().daemon().name("kata-loop").start(task);
                case CALLER -> Thread.ofPlatform().daemon().name("kata-caller").start(task);
                case COMMON_POOL -> ForkJoinPool.commonPool().execute(task);
                case VIRTUAL -> Thread.startVirtualThread(task);
            }
        }
    }

    @AfterEach
    void asOnThisJdk() {
        System.clearProperty("kata.evidence.as.on.21");
    }

    @ParameterizedTest
    @EnumSource
    void names_the_line_of_every_kind_of_blocking_call(On on) throws Exception {
        everyKindIsNamed(on, Outside.MILLIS);
    }

    @ParameterizedTest
    @EnumSource
    void names_it_without_the_events_that_only_newer_JDKs_have(On on) throws Exception {
        System.setProperty("kata.evidence.as.on.21", "true");
        // There some calls, and all virtual threads, are seen in samples alone: a few in a second on a busy machine.
        everyKindIsNamed(on, 5 * Outside.MILLIS);
    }

    private void everyKindIsNamed(On on, long millis) throws Exception {
        List<Blocking> found;
        List<String> kinds;
        try (Outside outside = new Outside(millis);
                EvidenceRecorder recorder = EvidenceRecorder.start(threads)) {
            kinds = List.copyOf(outside.calls().keySet());
            for (Outside.Prepares call : outside.calls().values()) {
                Outside.Blocks blocks = call.prepare();
                on.run(blocks);
            }
            found = recorder.stop();
        }

        List<String> missed = new ArrayList<>();
        for (String kind : kinds) {
            Optional<Blocking> seen = found.stream()
                    .filter(each -> linesOf(kind).contains(each.at().line())
                            && each.at().holder().equals(on.holder))
                    .findFirst();
            // The machine may be slow to see the beginning of a call, and slow to end it.
            if (seen.isEmpty()
                    || seen.get().lasted().compareTo(Duration.ofMillis(millis / 3)) < 0
                    || seen.get().at().call().isEmpty() != kind.equals("busy")) {
                missed.add(kind + " " + seen);
            }
        }
        assertThat(missed).as("on %s, found %s", on, found).isEmpty();
        assertThat(found).allSatisfy(each -> {
            assertThat(each.at().file()).isEqualTo("Blockers.java");
            assertThat(each.at().holder()).isEqualTo(on.holder);
            assertThat(each.returned()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void names_a_call_that_never_returns(On on) {
        CompletableFuture<Void> never = new CompletableFuture<>();
        Blocking found;
        try (EvidenceRecorder recorder = EvidenceRecorder.start(threads)) {
            on.start(() -> Blockers.join(never));
            seen(on, "join");
            found = recorder.stop().get(0);
        } finally {
            never.complete(null);
        }

        assertThat(linesOf("join")).contains(found.at().line());
        assertThat(found.at().toString()).contains("CompletableFuture.join() held " + on.holder + " in join()");
        assertThat(found.returned()).isFalse();
    }

    /** Waits until the thread has been held for long enough to be told. */
    private void seen(On on, String kind) {
        org.awaitility.Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> threads.waitingEverywhere().stream()
                        .anyMatch(line -> linesOf(kind).contains(line.line())
                                && line.holder().equals(on.holder)));
        On.CALLER.run(() -> Thread.sleep(50));
    }

    @Test
    void a_call_that_is_short_is_not_told() {
        List<Blocking> found;
        try (EvidenceRecorder recorder = EvidenceRecorder.start(threads)) {
            On.CALLER.run(() -> Blockers.join(CompletableFuture.completedFuture(null)));
            found = recorder.stop();
        }

        assertThat(found).isEmpty();
    }

    @Test
    void what_was_before_the_beginning_does_not_count() {
        List<Blocking> found;
        try (EvidenceRecorder recorder = EvidenceRecorder.start(threads)) {
            On.CALLER.run(() -> Blockers.sleep(Outside.MILLIS));
            recorder.beginsNow();
            found = recorder.stop();
        }

        assertThat(found).isEmpty();
    }

    @Test
    void two_threads_held_at_the_same_time_count_once() {
        Sighting line = new Sighting("A.java", 3, "run", "CompletableFuture.join", "kata-caller");
        java.time.Instant start = java.time.Instant.EPOCH;
        Hold one = new Hold(line, start, start.plusMillis(100), true);
        Hold other = new Hold(line, start.plusMillis(50), start.plusMillis(150), true);

        List<Blocking> found = Blocking.of(List.of(one, other), start, Duration.ofMillis(10));

        assertThat(found).containsExactly(new Blocking(line, Duration.ofMillis(150), 1, true));
    }

    @Test
    void who_waits_for_a_lock_is_told_apart_from_its_owner_on_the_same_line() {
        java.time.Instant start = java.time.Instant.EPOCH;
        Sighting owner = new Sighting("A.java", 3, "run", "CompletableFuture.join", "");
        Sighting other = new Sighting("A.java", 3, "run", Calls.LOCK, "");
        Hold join = new Hold(owner, start, start.plusMillis(200), true);
        Hold lock = new Hold(other, start, start.plusMillis(100), true);

        List<Blocking> found = Blocking.of(List.of(lock, join), start, Duration.ofMillis(10));

        assertThat(found)
                .containsExactly(
                        new Blocking(owner, Duration.ofMillis(200), 1, true),
                        new Blocking(other, Duration.ofMillis(100), 1, true));
    }

    private static List<Integer> linesOf(String kind) {
        try {
            List<String> lines = Files.readAllLines(SOURCE);
            return IntStream.rangeClosed(1, lines.size())
                    .filter(number -> lines.get(number - 1).endsWith("// holds: " + kind))
                    .boxed()
                    .toList();
        } catch (java.io.IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }
}
