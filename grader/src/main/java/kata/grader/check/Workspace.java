package kata.grader.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import kata.grader.catalogue.UserError;

/**
 * The folder {@code .kata} in the repository's root: results, caches, files kept aside. Several commands may use it
 * at the same time: what is written appears whole, under its final name, or not at all.
 */
public final class Workspace {
    private final Path folder;

    public Workspace(Path root) {
        this.folder = root.resolve(".kata");
    }

    /** The folder of an exercise's results, made if it was not there. */
    public Path of(String slug) {
        return made(folder.resolve(slug));
    }

    /** A folder for something that can be made again from what its key is a hash of. */
    Path cache(String kind, String key) {
        return made(folder.resolve("cache").resolve(kind)).resolve(key);
    }

    /** Deletes what else lies where this does: the same, made from what is no more. */
    static void deleteAllBut(Path latest) throws IOException {
        try (Stream<Path> all = Files.list(latest.getParent())) {
            all.filter(each -> !each.equals(latest)).toList().forEach(Workspace::delete);
        }
    }

    /** A new folder for one command's use. */
    public Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(made(folder.resolve("tmp")), prefix);
        } catch (IOException problem) {
            throw unwritable(problem);
        }
    }

    private Path made(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException problem) {
            throw unwritable(problem);
        }
    }

    private UserError unwritable(IOException problem) {
        return new UserError(
                "Cannot write to " + folder + " (" + problem.getClass().getSimpleName()
                        + "): kata keeps its results there. Make the folder writable, or clone to a place where you may write.",
                problem);
    }

    /** Writes a file so that nobody ever reads half of it. */
    public void write(Path file, String text) {
        try {
            Path half = Files.createTempFile(
                    made(file.getParent()), file.getFileName().toString(), ".tmp");
            Files.writeString(half, text);
            move(half, file);
        } catch (IOException problem) {
            throw unwritable(problem);
        }
    }

    /** Gives a finished file or folder its final name; where another command was quicker, its one stays. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            if (!Files.exists(to)) {
                throw problem;
            }
            delete(from);
        }
    }

    /** Deletes a file or a folder with all that is in it; what cannot be deleted is left. */
    public static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> {
                try {
                    Files.deleteIfExists(each);
                } catch (IOException inUse) {
                    each.toFile().deleteOnExit();
                }
            });
        } catch (IOException gone) {
            // There is nothing to delete.
        }
    }

    /** A hash of files: their names and what is in them. */
    static String hash(String salt, List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt.getBytes());
            for (Path file : files) {
                digest.update(file.getFileName().toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException | IOException problem) {
            throw new UncheckedIOException(new IOException(problem));
        }
    }
}
