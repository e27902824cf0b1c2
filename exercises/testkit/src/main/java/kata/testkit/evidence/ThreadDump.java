package kata.testkit.evidence;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The virtual threads, from the dump that the JVM writes to a file: nothing else in the JDK lists them. It takes
 * some milliseconds, tens of them the first time.
 */
final class ThreadDump {
    private static final Pattern HEAD = Pattern.compile("^#(\\d+) \"(.*)\" virtual\\b ?([A-Z_]*).*");
    private static final Pattern FRAME =
            Pattern.compile("^\\s+(?:at )?(?:.*/)?([\\w.$]+)\\.([\\w$<>]+)\\(([^:)]*)(?::(\\d+))?\\)$");

    private ThreadDump() {}

    /**
     * A virtual thread.
     *
     * @param name as a {@link Sighting} has it
     * @param waits whether it waits, as far as the JVM tells: before 24 it does not say who waits for a lock
     */
    record Virtual(long id, String name, boolean waits, Thread.State state, StackTraceElement[] stack) {}

    /** Every virtual thread that has begun and not ended; empty where the JVM has no such dump. */
    static List<Virtual> virtualThreads() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (jvm == null) {
            return List.of();
        }
        try {
            Path folder = Files.createTempDirectory("kata-threads");
            Path file = folder.resolve("dump.txt");
            try {
                jvm.dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
                return parse(Files.readAllLines(file));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException | RuntimeException unsupported) {
            // Evidence that cannot be had must not become a failure of its own.
            return List.of();
        }
    }

    static List<Virtual> parse(List<String> lines) {
        List<Virtual> found = new ArrayList<>();
        Matcher head = null;
        List<StackTraceElement> stack = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                add(head, stack, found);
                stack.clear();
                head = HEAD.matcher(line);
                head = head.matches() ? head : null;
            } else if (head != null) {
                frame(line).ifPresent(stack::add);
            }
        }
        add(head, stack, found);
        return found;
    }

    private static void add(Matcher head, List<StackTraceElement> stack, List<Virtual> found) {
        if (head == null || stack.isEmpty()) {
            return;
        }
        StackTraceElement[] frames = stack.toArray(StackTraceElement[]::new);
        Thread.State state = head.group(3).isEmpty()
                ? parked(frames[0]) ? Thread.State.WAITING : Thread.State.RUNNABLE
                : Thread.State.valueOf(head.group(3));
        boolean waits = state != Thread.State.RUNNABLE || parked(frames[0]) || Threads.idleInNative(frames);
        found.add(new Virtual(Long.parseLong(head.group(1)), named(head.group(2)), waits, state, frames));
    }

    /** The name by which a {@link Sighting} knows a virtual thread. */
    static String named(String name) {
        return name == null || name.isEmpty() ? "" : Sighting.VIRTUAL + name;
    }

    private static boolean parked(StackTraceElement top) {
        return top.getMethodName().startsWith("park") || top.getMethodName().startsWith("wait");
    }

    private static Optional<StackTraceElement> frame(String line) {
        Matcher frame = FRAME.matcher(line);
        if (!frame.matches()) {
            return Optional.empty();
        }
        int number = frame.group(4) != null
                ? Integer.parseInt(frame.group(4))
                : frame.group(3).equals("Native Method") ? -2 : -1;
        return Optional.of(new StackTraceElement(frame.group(1), frame.group(2), frame.group(3), number));
    }
}
