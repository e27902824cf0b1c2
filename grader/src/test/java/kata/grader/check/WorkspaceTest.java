package kata.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    private Path root;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(root);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void of_what_was_made_again_only_the_latest_stays() throws IOException {
        Path old = Files.writeString(workspace.cache("archive", "old.aot"), "30 MB");
        Path latest = Files.writeString(workspace.cache("archive", "new.aot"), "30 MB");

        Workspace.deleteAllBut(latest);

        assertThat(latest).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void what_is_written_replaces_what_was_there_and_leaves_nothing_beside_it() throws IOException {
        Path file = workspace.of("01-tea").resolve("result.json");

        workspace.write(file, "old");
        workspace.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(names(file.getParent())).containsExactly("result.json");
    }

    @Test
    void whoever_reads_while_others_write_sees_a_whole_text_of_one_of_them() throws Exception {
        Path file = workspace.of("01-tea").resolve("result.json");
        List<String> texts =
                Stream.of("a", "b", "c").map(letter -> letter.repeat(200_000)).toList();
        workspace.write(file, texts.get(0));
        CountDownLatch together = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> writers = new ArrayList<>();
            for (String text : texts) {
                writers.add(threads.submit(() -> {
                    together.await();
                    for (int i = 0; i < 50; i++) {
                        workspace.write(file, text);
                    }
                    return null;
                }));
            }
            together.countDown();
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                assertThat(texts.contains(Files.readString(file)))
                        .as("a whole text")
                        .isTrue();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(names(file.getParent())).containsExactly("result.json");
    }

    @Test
    void of_two_that_make_the_same_cache_one_stays_and_the_other_is_cleared_away() throws IOException {
        Path cache = workspace.cache("exercise", "key");
        Path quick = Files.writeString(workspace.temporary("prepare-").resolve("made.txt"), "quick")
                .getParent();
        Path slow = Files.writeString(workspace.temporary("prepare-").resolve("made.txt"), "slow")
                .getParent();

        Workspace.move(quick, cache);
        Workspace.move(slow, cache);

        assertThat(cache.resolve("made.txt")).hasContent("quick");
        assertThat(slow).doesNotExist();
    }

    @Test
    void temporary_folders_differ_and_are_deleted_with_all_that_is_in_them() throws IOException {
        Path one = workspace.temporary("check-");
        Path other = workspace.temporary("check-");
        Files.createDirectories(one.resolve("deep/er"));
        Files.writeString(one.resolve("deep/er/file"), "");

        Workspace.delete(one);
        Workspace.delete(one);

        assertThat(one).doesNotExist();
        assertThat(other).exists().isNotEqualTo(one);
    }

    @Test
    void a_hash_changes_with_a_name_and_with_a_text() throws IOException {
        Path a = Files.writeString(root.resolve("a"), "text");
        Path b = Files.writeString(root.resolve("b"), "text");
        String before = Workspace.hash("salt", List.of(a));

        assertThat(Workspace.hash("salt", List.of(a))).isEqualTo(before);
        assertThat(Workspace.hash("salt", List.of(b))).isNotEqualTo(before);
        assertThat(Workspace.hash("pepper", List.of(a))).isNotEqualTo(before);
        Files.writeString(a, "other");
        assertThat(Workspace.hash("salt", List.of(a))).isNotEqualTo(before);
    }
}
