package kata.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real files; with the file system's events, and with a file system that is silent, as many mounts are. */
class SaveWatcherTest {
    @TempDir
    private Path root;

    private Path file;
    private final BlockingQueue<Set<String>> bursts = new LinkedBlockingQueue<>();

    static Stream<NativeEvents> events() {
        return Stream.of(SaveWatcher.nativeEvents(), NativeEvents.none());
    }

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(root.resolve("one"));
        Files.createDirectories(root.resolve("two"));
        file = Files.writeString(root.resolve("one/Tea.java"), "class Tea {}");
        Files.writeString(root.resolve("two/Cup.java"), "class Cup {}");
    }

    private SaveWatcher watcher(NativeEvents events) {
        return new SaveWatcher(
                Map.of("01", root.resolve("one"), "02", root.resolve("two")),
                bursts::add,
                Throwable::printStackTrace,
                events);
    }

    private void awaitBurst(String... names) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !bursts.isEmpty());
        assertThat(bursts.remove()).containsExactlyInAnyOrder(names);
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_save_in_place_is_told(NativeEvents events) throws IOException {
        try (SaveWatcher watcher = watcher(events)) {
            Files.writeString(file, "class Tea { }");
            awaitBurst("01");
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_save_by_rename_is_told_also_if_size_and_time_stay_the_same(NativeEvents events) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        try (SaveWatcher watcher = watcher(events)) {
            Path fresh = Files.writeString(root.resolve("one/.Tea.java.swp"), "class Tee {}");
            Files.setLastModifiedTime(fresh, time);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            awaitBurst("01");
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void saves_in_two_folders_are_both_told(NativeEvents events) throws IOException {
        try (SaveWatcher watcher = watcher(events)) {
            Files.writeString(file, "class Tea { }");
            Files.writeString(root.resolve("two/Cup.java"), "class Cup { }");
            Set<String> told = new TreeSet<>();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                for (Set<String> burst = bursts.poll(); burst != null; burst = bursts.poll()) {
                    told.addAll(burst);
                }
                assertThat(told).containsExactly("01", "02");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_an_editor_keeps_beside_a_file_is_no_save(NativeEvents events) throws IOException {
        try (SaveWatcher watcher = watcher(events)) {
            Files.writeString(root.resolve("one/.Tea.java.swp"), "half");
            Files.writeString(root.resolve("one/Tea.java~"), "old");
            Files.writeString(root.resolve("one/4913"), "");
            Files.writeString(root.resolve("two/Cup.java"), "x", StandardOpenOption.APPEND);
            awaitBurst("02");
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_folder_that_was_away_is_watched_again(NativeEvents events) throws IOException {
        try (SaveWatcher watcher = watcher(events)) {
            Files.delete(file);
            Files.delete(file.getParent());
            awaitBurst("01");
            Files.createDirectory(file.getParent());
            Files.writeString(file, "class Tea {}");
            awaitBurst("01");
        }
    }
}
