package kata.testkit.evidence;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the live platform threads for lines of the learner's code. A thread is the learner's business only while
 * one of the learner's own frames is on its stack: an idle worker of a pool has none.
 */
public final class Threads {
    private static final com.sun.management.ThreadMXBean BEAN =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Set<String> WAITS = Set.of(
            "join", "get", "await", "acquire", "sleep", "wait", "take", "put", "poll", "offer", "invokeAll", "invokeAny",
            "awaitTermination", "close", "lock", "lockInterruptibly", "read", "send", "accept", "select", "exchange");

    private final String answerPackage;

    /** @param answerPackage the package that holds the answer's classes, and nothing else */
    public Threads(String answerPackage) {
        this.answerPackage = answerPackage;
    }

    /** Whether this class belongs to the answer: it lies in the answer's package itself, not in one below. */
    public boolean isAnswers(String className) {
        return className.startsWith(answerPackage) && className.lastIndexOf('.') == answerPackage.length();
    }

    /** Every line of the answer on which a thread now waits, each once for every thread it holds. */
    public List<Sighting> waiting() {
        List<Sighting> seen = new ArrayList<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.getState() != Thread.State.RUNNABLE || idleInNative(stack)) {
                sighting(thread.getName(), stack).ifPresent(seen::add);
            }
        });
        return seen;
    }

    /** The line of the answer on this stack that is nearest to its top, with what it called. */
    public Optional<Sighting> sighting(String thread, StackTraceElement[] stack) {
        for (int i = 0; i < stack.length; i++) {
            StackTraceElement frame = stack[i];
            // The JVM's own bridge classes bear the answer's package but no line of its source.
            if (isAnswers(frame.getClassName()) && frame.getLineNumber() > 0) {
                String call = i == 0 ? "" : simpleName(stack[blockingCall(stack, i - 1)]);
                return Optional.of(new Sighting(
                        String.valueOf(frame.getFileName()), Math.max(0, frame.getLineNumber()), method(frame), call, thread));
            }
        }
        return Optional.empty();
    }

    /**
     * Between the answer's line and the top of the stack, what a learner would call the wait: join, not a stream's
     * insides; the blocking method that the lesson gives, not the latch inside it.
     */
    private int blockingCall(StackTraceElement[] stack, int next) {
        for (int i = next; i >= 0; i--) {
            String owner = stack[i].getClassName();
            boolean bridge = owner.startsWith("java.util.stream.") || owner.contains("$$Lambda");
            boolean ofTheLesson = owner.startsWith(answerPackage + ".");
            if ((WAITS.contains(stack[i].getMethodName()) || ofTheLesson) && !bridge) {
                return i;
            }
        }
        return next;
    }

    /** A lambda's own name says nothing to its author; the method around it does. */
    private static String method(StackTraceElement frame) {
        String name = frame.getMethodName();
        if (name.startsWith("lambda$")) {
            return name.substring("lambda$".length(), name.lastIndexOf('$'));
        }
        return name;
    }

    private static String simpleName(StackTraceElement frame) {
        String owner = frame.getClassName();
        return owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.') + "." + frame.getMethodName();
    }

    /** Such a thread counts as running, yet it waits inside the operating system, as in {@code accept}. */
    static boolean idleInNative(StackTraceElement[] stack) {
        return stack.length > 0 && stack[0].isNativeMethod() && !stack[0].getMethodName().startsWith("yield");
    }

    /** Whether the JVM is still preparing the code under this stack: not the learner's doing. */
    static boolean stillLinking(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String owner = frame.getClassName();
            if (owner.startsWith("java.lang.invoke.") || owner.contains("ClassLoader") || owner.equals("java.lang.Class")) {
                return true;
            }
        }
        return false;
    }

    /** Processor time used so far, in nanoseconds, 0 where the JVM cannot tell. */
    static long cpuNanos(Thread thread) {
        return Math.max(0, BEAN.getThreadCpuTime(thread.threadId()));
    }

    /** The threads that an answer may keep busy: not the JVM's own, not the watcher's, not the test runner's. */
    static Map<Thread, StackTraceElement[]> observed() {
        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        all.keySet().removeIf(Threads::isOurs);
        return all;
    }

    private static boolean isOurs(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return thread == Thread.currentThread()
                || group == null
                || group.getName().equals("system")
                || group.getName().equals("InnocuousThreadGroup")
                || thread.getName().startsWith("kata-watch")
                || thread.getName().startsWith("surefire")
                || thread.getName().equals("main")
                || thread.getName().startsWith("JFR")
                || thread.getName().startsWith("VirtualThread-unparker");
    }
}
