package kata.testkit.evidence;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Asks Linux which threads of this process are running or ready to run. The JVM calls a thread waiting until it has
 * got a processor again, however long ago it was woken; and a processor of a virtual machine may be away for a quarter
 * of a second while another goes on. Elsewhere there is nobody to ask.
 */
public final class ReadyThreads {
    private static final File TASKS = new File("/proc/self/task");
    private static final boolean CAN_ASK = Files.isReadable(Path.of("/proc/thread-self/stat"));

    private static final int LOOKS = 6;
    /** Linux tells programs of time in hundredths of a second, however finely it measures itself. */
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);
    /** Enough of a stat to hold the state: a name has sixteen letters at most. */
    private static final int ENOUGH = 64;

    private ReadyThreads() {}

    /**
     * Whether threads other than the calling one and the watchers are ready to run, or run, at all but one of a few
     * looks in a row: one that was woken and has not got a processor yet, or several that wake one another; one that
     * only passes by does not. Takes two milliseconds where nobody is, ten where somebody is.
     */
    static boolean someAreKeptWaiting() {
        int nobody = 0;
        for (int look = 0; look < LOOKS; look++) {
            if (look > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
            if (!isAny() && ++nobody == 2) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether any thread other than the calling one and the watchers runs or is ready to, right now; false where there
     * is nobody to ask. Takes some twenty microseconds for each thread of the process.
     */
    public static boolean isAny() {
        return CAN_ASK && all().anyMatch(ReadyThreads::isReady);
    }

    /**
     * For how long this process has had a processor so far, in nanoseconds, to ten milliseconds; 0 where there is nobody
     * to ask. The JVM would tell, too, but to ask it for the first time takes as long as a short test.
     */
    public static long processorNanos() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK;
        } catch (IOException noProc) {
            return 0;
        }
    }

    /** The threads of this process but the calling one. */
    private static Stream<String> all() {
        try {
            String self = Path.of("/proc/thread-self").toRealPath().getFileName().toString();
            String[] tasks = TASKS.list();
            return tasks == null ? Stream.empty() : Stream.of(tasks).filter(task -> !task.equals(self));
        } catch (IOException noProc) {
            return Stream.empty();
        }
    }

    /** A line of stat is the number, the name in brackets, then a letter for the state. */
    private static boolean isReady(String task) {
        try (InputStream in = new FileInputStream(new File(TASKS, task + "/stat"))) {
            String stat = new String(in.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
            int end = stat.lastIndexOf(')');
            char state = stat.charAt(end + 2);
            return (state == 'R' || state == 'D') && !stat.startsWith("kata-watch", stat.indexOf('(') + 1);
        } catch (IOException ended) {
            return false;
        }
    }
}
