package kata.testkit.evidence;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
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
    /** Enough of a stat to hold the state, for a name has sixteen letters at most, and of a schedstat to hold the wait. */
    private static final int ENOUGH = 64;

    private static final String WATCHERS = "kata-watch";
    /** How the name of such a thread begins, and that of a pool's like it. */
    private static final String CARRIERS = "ForkJoinPool-";

    private static final ThreadLocal<String> SELF = ThreadLocal.withInitial(ReadyThreads::findSelf);

    private ReadyThreads() {}

    /**
     * Whether threads other than the calling one and the watchers are ready to run, or run, at all but one of a few
     * looks in a row: one that was woken and has not got a processor yet, or several that wake one another; one that
     * only passes by does not. Takes two milliseconds where nobody is, ten where somebody is.
     */
    static boolean someAreKeptWaiting() {
        return areKeptWaiting("");
    }

    /**
     * The same of the threads that carry virtual ones, and of no others: the JVM's compilers, for one, run for long at
     * the start of a program and say nothing of it.
     */
    static boolean carriersAreKeptWaiting() {
        return areKeptWaiting(CARRIERS);
    }

    private static boolean areKeptWaiting(String name) {
        int nobody = 0;
        for (int look = 0; look < LOOKS; look++) {
            if (look > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
            if (!isAny(name) && ++nobody == 2) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAny(String name) {
        return CAN_ASK && all().anyMatch(task -> isReady(task, name));
    }

    /**
     * For how long each thread of this process but the calling one and the watchers has waited in the queue for a
     * processor, in nanoseconds, by its number; empty where there is nobody to ask. Takes some twenty microseconds for
     * each thread.
     */
    public static Map<String, Long> queuedNanos() {
        Map<String, Long> queued = new HashMap<>();
        if (CAN_ASK) {
            all().filter(task -> !read(task, "comm").startsWith(WATCHERS))
                    .forEach(task -> queuedNanos(task).ifPresent(nanos -> queued.put(task, nanos)));
        }
        return queued;
    }

    /** For how long the calling thread has waited in the queue for a processor; 0 where there is nobody to ask. */
    static long ownQueuedNanos() {
        return CAN_ASK ? queuedNanos(self()).orElse(0) : 0;
    }

    private static OptionalLong queuedNanos(String task) {
        String[] fields = read(task, "schedstat").split(" ");
        return fields.length > 1 ? OptionalLong.of(Long.parseLong(fields[1])) : OptionalLong.empty();
    }

    /** The number of the calling thread, a platform thread; empty where there is nobody to ask. */
    public static String self() {
        return SELF.get();
    }

    private static String findSelf() {
        try {
            return Path.of("/proc/thread-self").toRealPath().getFileName().toString();
        } catch (IOException noProc) {
            return "";
        }
    }

    /** The threads of this process but the calling one. */
    private static Stream<String> all() {
        String self = self();
        String[] tasks = TASKS.list();
        return tasks == null ? Stream.empty() : Stream.of(tasks).filter(task -> !task.equals(self));
    }

    /** A line of stat is the number, the name in brackets, then a letter for the state. */
    private static boolean isReady(String task, String name) {
        String stat = read(task, "stat");
        int begin = stat.indexOf('(') + 1;
        int state = stat.lastIndexOf(')') + 2;
        return state < stat.length()
                && (stat.charAt(state) == 'R' || stat.charAt(state) == 'D')
                && stat.startsWith(name, begin)
                && !stat.startsWith(WATCHERS, begin);
    }

    /** The beginning of what Linux tells of a thread; empty if it has ended. */
    private static String read(String task, String what) {
        try (InputStream in = new FileInputStream(new File(TASKS, task + "/" + what))) {
            return new String(in.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}
