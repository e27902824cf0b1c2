package kata.testkit.evidence;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks Linux which threads of this process are running or ready to run. The JVM calls a thread waiting until it has
 * got a processor again, however long ago it was woken; and a processor of a virtual machine may be away for a quarter
 * of a second while another goes on. Elsewhere there is nobody to ask.
 */
final class ReadyThreads {
    private static final File TASKS = new File("/proc/self/task");
    private static final boolean CAN_ASK = Files.isReadable(Path.of("/proc/thread-self/stat"));

    private static final int LOOKS = 6;

    private ReadyThreads() {}

    /**
     * Whether a thread other than the calling one and the watchers is ready to run, or runs, at each of a few looks in
     * a row: one that was woken and has not got a processor yet is, one that only passes by is not. Takes about ten
     * milliseconds.
     */
    static boolean oneIsKeptWaiting() {
        if (!CAN_ASK) {
            return false;
        }
        Set<String> always = now();
        for (int look = 1; look < LOOKS && !always.isEmpty(); look++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            always.retainAll(now());
        }
        return !always.isEmpty();
    }

    private static Set<String> now() {
        Set<String> ready = new HashSet<>();
        try {
            String self = Path.of("/proc/thread-self").toRealPath().getFileName().toString();
            String[] tasks = TASKS.list();
            for (String task : tasks == null ? new String[0] : tasks) {
                if (!task.equals(self) && isReady(task)) {
                    ready.add(task);
                }
            }
        } catch (IOException noProc) {
            ready.clear();
        }
        return ready;
    }

    /** A line of stat is the number, the name in brackets, then a letter for the state. */
    private static boolean isReady(String task) {
        try {
            String stat = Files.readString(Path.of(TASKS.getPath(), task, "stat"));
            int end = stat.lastIndexOf(')');
            char state = stat.charAt(end + 2);
            return (state == 'R' || state == 'D') && !stat.startsWith("kata-watch", stat.indexOf('(') + 1);
        } catch (IOException ended) {
            return false;
        }
    }
}
