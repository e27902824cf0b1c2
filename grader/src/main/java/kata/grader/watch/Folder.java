package kata.grader.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Java files in a folder, and whether they have changed since they were last looked at. */
final class Folder {
    /** Within this time a second change may leave a file's time as it is. */
    private static final long COARSEST_CLOCK_MILLIS = 2_500;

    private final Path path;
    private Map<String, Seen> seen;

    /** What a look at a file finds. The key changes when another file takes its name. */
    private record Seen(long size, long modified, Object key, int text) {
        private boolean sameFile(Seen other) {
            return other != null
                    && size == other.size
                    && modified == other.modified
                    && java.util.Objects.equals(key, other.key);
        }
    }

    Folder(Path path) {
        this.path = path;
        this.seen = look(Map.of(), true);
    }

    Path path() {
        return path;
    }

    /**
     * Whether a file came, went or changed since the last time.
     *
     * @param closely to read the files, and not only ask the file system about them
     */
    boolean changed(boolean closely) {
        Map<String, Seen> now = look(seen, closely);
        boolean changed = !now.equals(seen);
        seen = now;
        return changed;
    }

    private Map<String, Seen> look(Map<String, Seen> before, boolean closely) {
        Map<String, Seen> found = new TreeMap<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            try {
                BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
                Seen seenNow = new Seen(about.size(), about.lastModifiedTime().toMillis(), about.fileKey(), 0);
                Seen last = before.get(name);
                boolean recent = Math.abs(System.currentTimeMillis() - seenNow.modified) < COARSEST_CLOCK_MILLIS;
                boolean known = seenNow.sameFile(last) && !closely && !recent;
                int text = known ? last.text : Arrays.hashCode(Files.readAllBytes(file));
                found.put(name, new Seen(seenNow.size, seenNow.modified, seenNow.key, text));
            } catch (IOException goneMeanwhile) {
                // A rename is on its way; the next look finds what it brought.
            }
        }
        return found;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.java"))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException noFolder) {
            return List.of();
        }
    }
}
