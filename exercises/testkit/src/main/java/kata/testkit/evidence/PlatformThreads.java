package kata.testkit.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The platform threads of this program, but for those that the JVM and the tests bring along. */
public final class PlatformThreads {
    private final Set<Thread> before = new HashSet<>(all().toList());

    /** Those that were not there when this was made, and are there now. */
    public List<Thread> started() {
        return all().filter(thread -> !before.contains(thread)).toList();
    }

    /** Virtual threads are not among them, and neither are the few that carry those. */
    private static Stream<Thread> all() {
        return Threads.alive().stream().filter(thread -> !isOthers(thread));
    }

    private static boolean isOthers(Thread thread) {
        return Threads.isTheJvms(thread)
                || thread.getClass().getName().equals("jdk.internal.misc.CarrierThread")
                || thread.getName().startsWith("kata-");
    }
}
