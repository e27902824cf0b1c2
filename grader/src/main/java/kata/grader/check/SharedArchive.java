package kata.grader.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags for an archive of loaded classes: an ahead-of-time cache where the JVM has one (25 and newer), a class data
 * archive where it has not. A JVM that an archive does not fit goes on without it.
 */
final class SharedArchive {
    private static final boolean AHEAD_OF_TIME = Runtime.version().feature() >= 25;

    private static final String CREATE = AHEAD_OF_TIME ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";

    /** How the name of an archive ends. */
    static final String ENDING = AHEAD_OF_TIME ? ".aot" : ".jsa";

    private SharedArchive() {}

    /** To start with an archive; without one if it is not there. */
    static List<String> using(Path archive) {
        List<String> flags = new ArrayList<>(QUIETLY);
        if (Files.exists(archive)) {
            flags.add((AHEAD_OF_TIME ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
        }
        return flags;
    }

    /** To write an archive when the JVM ends. */
    static List<String> creating(Path archive) {
        List<String> flags = new ArrayList<>(QUIETLY);
        flags.add(CREATE + archive);
        flags.add("-Dkata.archive=true");
        return flags;
    }

    /** Whether a flag makes the JVM write an archive when it ends. */
    static boolean isCreating(String flag) {
        return flag.startsWith(CREATE);
    }

    /** A JVM tells of archives on standard output, where an answer's reader would take it for the answer's words. */
    private static final List<String> QUIETLY = List.of("-Xlog:disable", "-Xlog:all=error:stderr");
}
